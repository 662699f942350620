package org.kalends.icalendar.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.InvalidCalendarData;

/** What ical4j's parser tells, put together with the source of each line. */
final class BlockBuilder implements ContentHandler {

    private static final int MAX_DEPTH = 8;

    private record Open(String name, String begin, List<Item> items) {}

    private final MaskedLines lines;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Param> params = new ArrayList<>();
    private String value = "";
    private @Nullable Block done;

    BlockBuilder(MaskedLines lines) {
        this.lines = lines;
    }

    Block calendar() {
        if (done == null) throw refused(expected());
        return done;
    }

    /** What should stand where the parser gave up. */
    String expected() {
        if (done != null) return "text after END:VCALENDAR";
        return open.isEmpty()
                ? "BEGIN:VCALENDAR expected"
                : "a property, or END:" + open.peek().name() + " expected";
    }

    @Override
    public void startCalendar() {
        if (done != null || !lines.shown().equals("BEGIN:VCALENDAR")) throw refused(expected());
        open.push(new Open("VCALENDAR", lines.raw(), new ArrayList<>()));
    }

    @Override
    public void endCalendar() {
        done = closed();
    }

    @Override
    public void startComponent(String name) {
        if (open.size() == MAX_DEPTH) throw refused("nested too deep");
        open.push(new Open(name, lines.raw(), new ArrayList<>()));
    }

    @Override
    public void endComponent(String name) {
        var block = closed();
        open.element().items().add(block);
    }

    @Override
    public void startProperty(String name) {
        params.clear();
    }

    @Override
    public void parameter(String name, String masked) {
        params.add(new Param(name.toUpperCase(Locale.ROOT), values(masked)));
    }

    @Override
    public void propertyValue(String given) {
        value = given;
    }

    @Override
    public void endProperty(String name) {
        open.element().items().add(new ContentLine(name.toUpperCase(Locale.ROOT), params, value, lines.raw()));
    }

    private Block closed() {
        var last = open.pop();
        return new Block(last.name(), last.begin(), last.items(), lines.raw());
    }

    /** The values between commas, quotation marks and carets undone. */
    private static List<String> values(String masked) {
        var values = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= masked.length(); i++) {
            char c = i < masked.length() ? masked.charAt(i) : ',';
            if (c == LineMask.QUOTE) quoted = !quoted;
            if (c != ',' || quoted) continue;
            values.add(Param.decode(LineMask.undone(masked.substring(from, i))));
            from = i + 1;
        }
        return values;
    }

    private InvalidCalendarData refused(String message) {
        return new InvalidCalendarData("line " + lines.number() + ": " + message);
    }
}
