package org.kalends.icalendar.form;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The types of values, and which one a property has that says nothing of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3">RFC 5545, 3.3</a>
 */
enum ValueType {
    BINARY,
    BOOLEAN,
    CAL_ADDRESS,
    DATE,
    DATE_TIME,
    DURATION,
    FLOAT,
    INTEGER,
    PERIOD,
    RECUR,
    TEXT,
    TIME,
    URI,
    UTC_OFFSET,
    UNKNOWN;

    private static final Map<String, ValueType> DEFAULTS = Map.ofEntries(
            Map.entry("ATTACH", URI),
            Map.entry("ATTENDEE", CAL_ADDRESS),
            Map.entry("ORGANIZER", CAL_ADDRESS),
            Map.entry("COMPLETED", DATE_TIME),
            Map.entry("CREATED", DATE_TIME),
            Map.entry("DTEND", DATE_TIME),
            Map.entry("DTSTAMP", DATE_TIME),
            Map.entry("DTSTART", DATE_TIME),
            Map.entry("DUE", DATE_TIME),
            Map.entry("EXDATE", DATE_TIME),
            Map.entry("LAST-MODIFIED", DATE_TIME),
            Map.entry("RDATE", DATE_TIME),
            Map.entry("RECURRENCE-ID", DATE_TIME),
            Map.entry("ACKNOWLEDGED", DATE_TIME),
            Map.entry("DURATION", DURATION),
            Map.entry("TRIGGER", DURATION),
            Map.entry("FREEBUSY", PERIOD),
            Map.entry("EXRULE", RECUR),
            Map.entry("RRULE", RECUR),
            Map.entry("GEO", FLOAT),
            Map.entry("PERCENT-COMPLETE", INTEGER),
            Map.entry("PRIORITY", INTEGER),
            Map.entry("REPEAT", INTEGER),
            Map.entry("SEQUENCE", INTEGER),
            Map.entry("TZOFFSETFROM", UTC_OFFSET),
            Map.entry("TZOFFSETTO", UTC_OFFSET),
            Map.entry("TZURL", URI),
            Map.entry("URL", URI));

    private static final Set<String> TEXTS = Set.of(
            "ACTION",
            "CALSCALE",
            "CATEGORIES",
            "CLASS",
            "COLOR",
            "COMMENT",
            "CONTACT",
            "DESCRIPTION",
            "LOCATION",
            "METHOD",
            "NAME",
            "PRODID",
            "RELATED-TO",
            "REQUEST-STATUS",
            "RESOURCES",
            "STATUS",
            "SUMMARY",
            "TRANSP",
            "TZID",
            "TZNAME",
            "UID",
            "VERSION",
            "BUSYTYPE");

    /** As it stands in these forms. */
    String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@link #UNKNOWN} for what is none of RFC 5545. */
    static ValueType of(String token) {
        for (var type : values()) if (type.token().equalsIgnoreCase(token)) return type;
        return UNKNOWN;
    }

    static ValueType ofProperty(String name) {
        return TEXTS.contains(name) ? TEXT : DEFAULTS.getOrDefault(name, UNKNOWN);
    }
}
