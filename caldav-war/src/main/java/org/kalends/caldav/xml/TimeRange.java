package org.kalends.caldav.xml;

import static org.kalends.caldav.xml.Names.caldav;

import java.time.Instant;
import org.kalends.caldav.http.Refusal;
import org.kalends.event.resource.ObjectText;
import org.kalends.time.Interval;

/**
 * CALDAV:time-range and its kin: start and end in UTC, one of them may be left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.9">RFC 4791, 9.9</a>
 */
public final class TimeRange {

    private TimeRange() {}

    /** @throws Refusal 403 with valid-filter, min-date-time or max-date-time */
    public static Interval read(XmlElement element) {
        var start = element.attribute("start").map(UtcText::read);
        var end = element.attribute("end").map(UtcText::read);
        if (start.isEmpty() && end.isEmpty()) throw invalid("A time-range needs a start or an end");
        start.ifPresent(TimeRange::checkBounds);
        end.ifPresent(TimeRange::checkBounds);
        var from = start.orElse(ObjectText.EARLIEST);
        var to = end.orElse(ObjectText.LATEST);
        if (!from.isBefore(to)) throw invalid("A time-range must end after it starts");
        return new Interval(from, to);
    }

    private static void checkBounds(Instant moment) {
        if (moment.isBefore(ObjectText.EARLIEST)) {
            throw Refusal.precondition(403, caldav("min-date-time"), moment + " is too early");
        }
        if (moment.isAfter(ObjectText.LATEST)) {
            throw Refusal.precondition(403, caldav("max-date-time"), moment + " is too late");
        }
    }

    private static Refusal invalid(String detail) {
        return Refusal.precondition(403, caldav("valid-filter"), detail);
    }
}
