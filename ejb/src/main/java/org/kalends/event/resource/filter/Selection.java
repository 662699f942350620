package org.kalends.event.resource.filter;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;

/**
 * Which parts of a component a client wants to see.
 *
 * @param properties by name, with or without their value; null for all
 * @param components within; null for all
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.6.1">RFC 4791, 9.6.1</a>
 */
public record Selection(String name, @Nullable Map<String, Value> properties, @Nullable List<Selection> components) {

    /** Whether the value of a property is told ({@code novalue}). */
    public enum Value {
        TOLD,
        LEFT_OUT
    }

    public Block of(Block block) {
        List<Item> kept = block.items().stream()
                .flatMap(item -> item instanceof Block inner ? inner(inner) : line((ContentLine) item))
                .toList();
        return block.with(kept);
    }

    private Stream<? extends Item> line(ContentLine line) {
        if (properties == null) return Stream.of(line);
        var value = properties.get(line.name());
        if (value == null) return Stream.empty();
        return Stream.of(
                value == Value.TOLD
                        ? line
                        : ContentLine.of(line.name(), "", line.params().toArray(Param[]::new)));
    }

    private Stream<? extends Item> inner(Block inner) {
        if (components == null) return Stream.of(inner);
        return components.stream()
                .filter(selection -> selection.name().equals(inner.name()))
                .limit(1)
                .map(selection -> selection.of(inner));
    }
}
