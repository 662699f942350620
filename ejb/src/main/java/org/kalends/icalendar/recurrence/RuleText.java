package org.kalends.icalendar.recurrence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** RRULE as text whose parts can be changed, everything else left as it was said. */
record RuleText(Map<String, String> parts) {

    static RuleText of(String rule) {
        var parts = new LinkedHashMap<String, String>();
        for (var part : rule.strip().split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0)
                parts.put(part.substring(0, equals).strip().toUpperCase(Locale.ROOT), part.substring(equals + 1));
        }
        return new RuleText(parts);
    }

    Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name)).map(v -> v.strip().toUpperCase(Locale.ROOT));
    }

    RuleText with(String name, String value) {
        var changed = new LinkedHashMap<>(parts);
        changed.put(name, value);
        return new RuleText(changed);
    }

    RuleText without(String name) {
        var changed = new LinkedHashMap<>(parts);
        changed.remove(name);
        return new RuleText(changed);
    }

    String text() {
        return parts.entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining(";"));
    }
}
