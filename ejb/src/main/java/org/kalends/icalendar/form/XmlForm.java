package org.kalends.icalendar.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/**
 * xCal, as it is written. A name that XML cannot have is left out with its value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6321">RFC 6321</a>
 */
public final class XmlForm {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:icalendar-2.0";
    static final Map<String, List<String>> PARTED =
            Map.of("GEO", List.of("latitude", "longitude"), "REQUEST-STATUS", List.of("code", "description", "data"));

    private static final String XML_NAME = "[A-Za-z_][A-Za-z0-9._-]*";

    private final StringBuilder out = new StringBuilder(4_096);

    private XmlForm() {}

    public static String write(Block calendar) {
        var form = new XmlForm();
        form.out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<icalendar xmlns=\"" + NAMESPACE + "\">");
        form.component(calendar);
        return form.out.append("</icalendar>\n").toString();
    }

    private void component(Block block) {
        var name = lower(block.name());
        open(name);
        open("properties");
        block.lines().forEach(this::property);
        close("properties");
        var inner = block.items().stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .toList();
        if (!inner.isEmpty()) {
            open("components");
            inner.forEach(this::component);
            close("components");
        }
        close(name);
    }

    private void property(ContentLine line) {
        if (!line.name().matches(XML_NAME)) return;
        var typed = Typed.of(line);
        var name = lower(line.name());
        open(name);
        parameters(line);
        var parted = PARTED.get(line.name());
        boolean unknown = typed.type().equals(ValueType.UNKNOWN.token());
        for (var parts : typed.values()) {
            if (parted == null || unknown) value(typed.type(), parts);
            else parts(parted, parts);
        }
        close(name);
    }

    private void parts(List<String> names, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) element(names.get(Math.min(i, names.size() - 1)), parts.get(i));
    }

    private void value(String type, List<String> parts) {
        switch (ValueType.of(type)) {
            case PERIOD -> {
                open(type);
                element("start", parts.get(0));
                element(parts.get(1).contains("P") ? "duration" : "end", parts.get(1));
                close(type);
            }
            case RECUR -> {
                open(type);
                for (var part : parts) {
                    int equals = part.indexOf('=');
                    for (var one : part.substring(equals + 1).split(",", -1)) element(part.substring(0, equals), one);
                }
                close(type);
            }
            default -> element(type.matches(XML_NAME) ? type : ValueType.UNKNOWN.token(), parts.get(0));
        }
    }

    private void parameters(ContentLine line) {
        var told = line.params().stream()
                .filter(param -> !param.name().equals("VALUE") && param.name().matches(XML_NAME))
                .toList();
        if (told.isEmpty()) return;
        open("parameters");
        for (var param : told) {
            var name = lower(param.name());
            open(name);
            param.values().forEach(value -> element(typeOf(param), value));
            close(name);
        }
        close("parameters");
    }

    /** RFC 6321, 3.5. */
    private static String typeOf(Param param) {
        return switch (param.name()) {
            case "ALTREP", "DIR" -> "uri";
            case "DELEGATED-FROM", "DELEGATED-TO", "MEMBER", "SENT-BY" -> "cal-address";
            case "RSVP" -> "boolean";
            default -> param.name().startsWith("X-") ? "unknown" : "text";
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void open(String name) {
        out.append('<').append(name).append('>');
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }

    private void element(String name, String text) {
        open(name);
        var clean = Texts.printable(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c >= 0xFFFE ? '\uFFFD' : c);
            }
        }
        close(name);
    }
}
