package org.kalends.icalendar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A component as text: from BEGIN to END, everything in it in its order.
 *
 * @param name upper case
 * @param begin the BEGIN line as it came
 * @param end the END line as it came
 */
public record Block(String name, String begin, List<Item> items, String end) implements Item {

    public Block {
        items = List.copyOf(items);
    }

    public static Block of(String name, List<? extends Item> items) {
        return new Block(name, "BEGIN:" + name + "\r\n", List.copyOf(items), "END:" + name + "\r\n");
    }

    public Stream<ContentLine> lines() {
        return items.stream().filter(ContentLine.class::isInstance).map(ContentLine.class::cast);
    }

    public Stream<ContentLine> lines(String wanted) {
        return lines().filter(l -> l.name().equals(wanted));
    }

    public Optional<ContentLine> line(String wanted) {
        return lines(wanted).findFirst();
    }

    public Stream<Block> blocks(String wanted) {
        return items.stream()
                .filter(i -> i.name().equals(wanted))
                .filter(Block.class::isInstance)
                .map(Block.class::cast);
    }

    public Block with(List<Item> changed) {
        return new Block(name, begin, changed, end);
    }

    public Block edit(UnaryOperator<List<Item>> change) {
        return with(change.apply(new ArrayList<>(items)));
    }

    /** With blank lines that follow it. */
    public Block endingWith(String more) {
        return new Block(name, begin, items, end + more);
    }

    @Override
    public String raw() {
        var text = new StringBuilder(length());
        append(text);
        return text.toString();
    }

    private int length() {
        int length = begin.length() + end.length();
        for (var item : items) {
            length += item instanceof Block block ? block.length() : item.raw().length();
        }
        return length;
    }

    private void append(StringBuilder text) {
        text.append(begin);
        for (var item : items) {
            if (item instanceof Block block) block.append(text);
            else text.append(item.raw());
        }
        text.append(end);
    }
}
