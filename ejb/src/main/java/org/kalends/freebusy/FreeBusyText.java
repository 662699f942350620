package org.kalends.freebusy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;
import org.kalends.time.Interval;

/** Busy times as VFREEBUSY (RFC 5545, 3.6.4). */
@ApplicationScoped
public class FreeBusyText {

    @Inject
    Clock clock;

    /** For whoever asked for a calendar. */
    public String published(Interval range, List<BusyTime> busy) {
        return text(List.of(), List.of(), range, busy);
    }

    /**
     * The answer to a request.
     *
     * @param asked lines of the request that the answer repeats: UID, ORGANIZER and the one ATTENDEE
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-3.3.3">RFC 5546, 3.3.3</a>
     */
    public String reply(List<ContentLine> asked, Interval range, List<BusyTime> busy) {
        return text(List.of(ContentLine.of("METHOD", "REPLY")), asked, range, busy);
    }

    private String text(List<ContentLine> head, List<ContentLine> asked, Interval range, List<BusyTime> busy) {
        var lines = new ArrayList<Item>(asked);
        lines.add(ContentLine.of("DTSTAMP", Times.utc(clock.instant())));
        lines.add(ContentLine.of("DTSTART", Times.utc(range.start())));
        lines.add(ContentLine.of("DTEND", Times.utc(range.end())));
        for (var time : busy) {
            var span = time.interval();
            lines.add(ContentLine.of(
                    "FREEBUSY",
                    Times.utc(span.start()) + "/" + Times.utc(span.end()),
                    Param.of("FBTYPE", type(time.type()))));
        }
        var items = new ArrayList<Item>();
        items.add(ContentLine.of("VERSION", "2.0"));
        items.add(ContentLine.of("PRODID", "-//Kalends//Kalends 1.0//EN"));
        items.addAll(head);
        items.add(Block.of("VFREEBUSY", lines));
        return Block.of("VCALENDAR", items).raw();
    }

    private static String type(BusyTime.Type type) {
        return switch (type) {
            case TENTATIVE -> "BUSY-TENTATIVE";
            case OUT_OF_OFFICE -> "BUSY-UNAVAILABLE";
            case BUSY -> "BUSY";
        };
    }
}
