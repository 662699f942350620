package org.kalends.icalendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unfolded content line. What was read keeps its very characters in {@code raw}, so that a line nobody touches is
 * written as it came.
 *
 * @param name upper case
 * @param parameters names in upper case, values without quotes and with RFC 6868 decoded
 * @param value as on the wire, text escapes included
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.1">RFC 5545, 3.1</a>
 */
record ContentLine(String name, Map<String, List<String>> parameters, String value, String raw) {

    static ContentLine read(String name, Map<String, List<String>> parameters, String value, String raw) {
        return new ContentLine(name.toUpperCase(Locale.ROOT), parameters, value, raw);
    }

    /** A line whose value is not text, or is escaped already. */
    static ContentLine of(String name, String value) {
        return new Builder(name).line(value);
    }

    static ContentLine text(String name, String value) {
        return new Builder(name).line(Texts.escape(value));
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    @Nullable
    String parameter(String key) {
        var values = parameters.get(key);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    String text() {
        return Texts.unescape(value);
    }

    /** Collects parameters; those without a value are left out. */
    static final class Builder {

        private final String name;
        private final Map<String, List<String>> parameters = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder and(String parameter, @Nullable String value) {
            if (value != null && !value.isEmpty()) parameters.put(parameter, List.of(value));
            return this;
        }

        ContentLine line(String value) {
            var raw = new StringBuilder(name);
            parameters.forEach((key, values) -> {
                raw.append(';').append(key).append('=');
                for (int i = 0; i < values.size(); i++) {
                    if (i > 0) raw.append(',');
                    raw.append(Texts.parameterValue(values.get(i)));
                }
            });
            var clean = Texts.oneLine(value);
            return new ContentLine(
                    name, parameters, clean, raw.append(':').append(clean).toString());
        }
    }
}
