package org.kalends.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component as it stands in the text: its lines and the blocks in it, in their order, known or not.
 *
 * @param name upper case
 */
record Block(String name, List<ContentLine> lines, List<Block> blocks) {

    private static final int DEEPEST = 8;
    private static final int FOLD_OCTETS = 75;

    static Block empty(String name) {
        return new Block(name, new ArrayList<>(), new ArrayList<>());
    }

    Block add(ContentLine line) {
        lines.add(line);
        return this;
    }

    Block add(Block block) {
        blocks.add(block);
        return this;
    }

    Optional<ContentLine> first(String property) {
        return lines.stream().filter(line -> line.name().equals(property)).findFirst();
    }

    List<ContentLine> all(String property) {
        return lines.stream().filter(line -> line.name().equals(property)).toList();
    }

    List<Block> inner(String component) {
        return blocks.stream().filter(block -> block.name().equals(component)).toList();
    }

    /** Reads the one VCALENDAR of the text. */
    static Block parse(String text) {
        if (text.indexOf('\0') >= 0) throw new InvalidCalendarData("the text holds a NUL");
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var reading = new Reading();
        try (var reader = new VObjectReader(new StringReader(clean), SyntaxRules.iCalendar())) {
            reader.parse(reading);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidCalendarData("the text cannot be read: " + e.getMessage(), e);
        }
        return reading.result();
    }

    private static final class Reading implements VObjectDataListener {

        private final Deque<Block> open = new ArrayDeque<>();
        private @Nullable Block root;

        Block result() {
            if (root == null || !root.name.equals("VCALENDAR")) {
                throw new InvalidCalendarData("there is no VCALENDAR");
            }
            if (!open.isEmpty()) throw new InvalidCalendarData(open.peek().name + " has no END");
            return root;
        }

        @Override
        public void onComponentBegin(String name, Context context) {
            var block = empty(name.toUpperCase(Locale.ROOT));
            var parent = open.peek();
            if (parent != null) {
                parent.add(block);
            } else if (root == null) {
                root = block;
            } else {
                throw new InvalidCalendarData("line " + context.getLineNumber() + ": a second VCALENDAR");
            }
            open.push(block);
            if (open.size() > DEEPEST) {
                throw new InvalidCalendarData("line " + context.getLineNumber() + ": nested too deep");
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            var ended = open.poll();
            if (ended == null || !ended.name.equalsIgnoreCase(name)) {
                throw new InvalidCalendarData("line " + context.getLineNumber() + ": END:" + name + " has no BEGIN");
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            var block = open.peek();
            if (block == null) {
                throw new InvalidCalendarData("line " + context.getLineNumber() + ": outside of VCALENDAR");
            }
            Map<String, List<String>> parameters = new HashMap<>();
            property.getParameters().getMap().forEach((key, values) -> {
                if (key != null) parameters.put(key.toUpperCase(Locale.ROOT), values);
            });
            block.add(ContentLine.read(property.getName(), parameters, property.getValue(), context.getUnfoldedLine()));
        }

        @Override
        public void onVersion(String value, Context context) {
            var block = open.peek();
            if (block != null) block.add(ContentLine.of("VERSION", value));
        }

        @Override
        public void onWarning(
                Warning warning, @Nullable VObjectProperty property, @Nullable Exception cause, Context context) {
            if (warning == Warning.UNKNOWN_VERSION) return; // judged by the reader
            throw new InvalidCalendarData("line " + context.getLineNumber() + ": " + warning.getMessage());
        }
    }

    /** CRLF, lines folded at 75 octets and never within a character. */
    String print() {
        var out = new StringBuilder(1024);
        print(out);
        return out.toString();
    }

    private void print(StringBuilder out) {
        out.append("BEGIN:").append(name).append("\r\n");
        for (var line : lines) fold(line.raw(), out);
        for (var block : blocks) block.print(out);
        out.append("END:").append(name).append("\r\n");
    }

    private static void fold(String line, StringBuilder out) {
        if (line.length() <= FOLD_OCTETS && line.getBytes(StandardCharsets.UTF_8).length <= FOLD_OCTETS) {
            out.append(line).append("\r\n");
            return;
        }
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int width = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + width > FOLD_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += width;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
