package org.kalends.caldav.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.form.JsonForm;
import org.kalends.icalendar.form.XmlForm;
import org.kalends.icalendar.form.XmlReader;
import org.kalends.icalendar.text.ContentReader;

/**
 * In which form calendar data travels. Stored is always iCalendar's own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7265#section-7">RFC 7265, 7</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6321#section-7.2">RFC 6321, 7.2</a>
 */
public enum CalendarForm {
    ICALENDAR("text/calendar"),
    JCAL("application/calendar+json"),
    XCAL("application/calendar+xml");

    private final String type;

    CalendarForm(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public static Optional<CalendarForm> named(@Nullable String mediaType) {
        var bare = MediaTypes.bare(mediaType);
        for (var form : values()) if (form.type.equals(bare)) return Optional.of(form);
        return Optional.empty();
    }

    /** What the header {@code Accept} prefers; iCalendar's own where it says nothing of these. */
    static CalendarForm accepted(@Nullable String header) {
        if (header == null) return ICALENDAR;
        var best = ICALENDAR;
        double most = 0;
        for (var part : header.split(",")) {
            var bare = MediaTypes.bare(part);
            boolean any = bare.equals("*/*") || bare.equals("text/*");
            var form = any ? Optional.of(ICALENDAR) : named(part);
            double quality = quality(part);
            boolean better = quality > most
                    || quality == most && form.filter(ICALENDAR::equals).isPresent() && !any;
            if (form.isEmpty() || !better) continue;
            best = form.get();
            most = quality;
        }
        return best;
    }

    private static double quality(String part) {
        var q = MediaTypes.parameter(part, "q");
        return q.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(q) : 1;
    }

    /**
     * @param text iCalendar
     * @throws org.kalends.icalendar.InvalidCalendarData if it is none
     */
    public String of(String text) {
        return switch (this) {
            case ICALENDAR -> text;
            case JCAL -> new String(JsonForm.write(ContentReader.calendar(text)), StandardCharsets.UTF_8);
            case XCAL -> XmlForm.write(ContentReader.calendar(text));
        };
    }

    /**
     * Back to iCalendar.
     *
     * @throws org.kalends.icalendar.InvalidCalendarData if it is not of this form
     */
    public String back(String told) {
        var octets = told.getBytes(StandardCharsets.UTF_8);
        return switch (this) {
            case ICALENDAR -> told;
            case JCAL -> JsonForm.read(octets).raw();
            case XCAL -> XmlReader.read(octets).raw();
        };
    }

    /** With the kind of component, as for iCalendar. */
    public String typeOf(org.kalends.event.resource.Component component) {
        return MediaTypes.calendar(component).replace(ICALENDAR.type, type);
    }
}
