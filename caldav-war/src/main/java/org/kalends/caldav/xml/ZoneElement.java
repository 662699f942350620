package org.kalends.caldav.xml;

import static org.kalends.caldav.xml.Names.caldav;

import java.time.ZoneId;
import java.util.Optional;
import org.kalends.caldav.http.Refusal;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Zones;
import org.kalends.icalendar.codec.TimezoneText;

/** The zone that a request names, as a VTIMEZONE (RFC 4791, 9.8) or by its id (RFC 7809, 5.3). */
public final class ZoneElement {

    private ZoneElement() {}

    /** @throws Refusal 403 with valid-calendar-data or valid-timezone */
    public static Optional<ZoneId> in(XmlElement request) {
        var text = request.child(caldav("timezone"));
        if (text.isPresent()) return Optional.of(ofText(text.get().text(), "valid-calendar-data"));
        return request.child(caldav("timezone-id")).map(element -> named(element.text()));
    }

    public static ZoneId named(String id) {
        return Zones.find(id)
                .orElseThrow(() -> Refusal.precondition(
                        403, caldav("valid-timezone"), id.strip() + " is no time zone of this server"));
    }

    /** @param precondition the name of what is violated when it is no VTIMEZONE */
    public static ZoneId ofText(String text, String precondition) {
        try {
            return TimezoneText.read(text.stripLeading());
        } catch (InvalidCalendarData | IllegalArgumentException | java.time.DateTimeException e) {
            throw Refusal.precondition(403, caldav(precondition), "There is no VTIMEZONE: " + e.getMessage());
        }
    }
}
