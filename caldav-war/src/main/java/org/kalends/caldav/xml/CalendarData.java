package org.kalends.caldav.xml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How much of each object a report wants to see.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.6">RFC 4791, 9.6</a>
 */
public record CalendarData() {

    private static final CalendarData WHOLE = new CalendarData();

    /** Empty where the report does not ask for it. */
    public static Optional<CalendarData> in(XmlElement report) {
        return report.child(Elements.PROP)
                .flatMap(prop -> prop.child(Elements.CALENDAR_DATA))
                .map(element -> WHOLE);
    }

    /** Writes the element. */
    public Consumer<XmlOut> of(byte[] text) {
        return out -> out.element(Elements.CALENDAR_DATA, new String(text, StandardCharsets.UTF_8));
    }
}
