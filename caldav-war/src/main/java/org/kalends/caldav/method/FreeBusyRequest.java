package org.kalends.caldav.method;

import static org.kalends.caldav.xml.Names.caldav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.freebusy.FreeBusyLookup;
import org.kalends.freebusy.FreeBusyText;
import org.kalends.freebusy.PersonTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/**
 * When others are busy, asked by a VFREEBUSY in the outbox; all people cost the same few statements.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-5">RFC 6638, 5</a>
 */
@ApplicationScoped
public class FreeBusyRequest {

    private static final int MOST = 200;
    private static final QName ROOT = caldav("schedule-response");

    @Inject
    FreeBusyLookup lookup;

    @Inject
    FreeBusyText text;

    void answer(Exchange exchange, Resource outbox) throws IOException {
        var asked = request(CalendarBody.read(exchange));
        checkOrganizer(exchange, outbox, asked);
        var attendees = asked.lines("ATTENDEE").toList();
        if (attendees.isEmpty() || attendees.size() > MOST) throw invalid("There must be 1 to " + MOST + " attendees");
        var from = moment(asked, "DTSTART");
        var to = moment(asked, "DTEND");
        if (!from.isBefore(to)) throw invalid("DTEND must lie after DTSTART");
        var range = new Interval(from, to);
        Map<ContentLine, CalendarAddress> known = new LinkedHashMap<>();
        for (var attendee : attendees) address(attendee).ifPresent(address -> known.put(attendee, address));
        Map<CalendarAddress, PersonTime> times = new LinkedHashMap<>();
        lookup.of(new FreeBusyLookup.Question(known.values(), range, null))
                .forEach(time -> times.put(time.address(), time));
        var body = new ByteArrayOutputStream();
        var out = new XmlOut(body).root(ROOT);
        for (var attendee : attendees) {
            var address = known.get(attendee);
            var time = address == null ? null : times.get(address);
            response(
                    out,
                    attendee,
                    time == null || !time.known() ? null : text.reply(repeated(asked, attendee), range, time.busy()));
        }
        out.close(ROOT).flush();
        exchange.send(200, MediaTypes.XML, body.toByteArray());
    }

    /** @param data null for one of whom nothing is known */
    private static void response(XmlOut out, ContentLine attendee, @Nullable String data) {
        out.open(caldav("response")).open(caldav("recipient"));
        out.href(attendee.value().strip()).close(caldav("recipient"));
        out.element(caldav("request-status"), data == null ? "3.7;Invalid calendar user" : "2.0;Success");
        if (data != null) out.element(Elements.CALENDAR_DATA, data);
        out.close(caldav("response"));
    }

    private static Block request(String text) {
        try {
            var calendar = ContentReader.calendar(text);
            boolean asks =
                    calendar.line("METHOD").map(ContentLine::token).orElse("").equals("REQUEST");
            var blocks = calendar.blocks("VFREEBUSY").toList();
            if (asks && blocks.size() == 1) return blocks.get(0);
        } catch (InvalidCalendarData e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        throw invalid("One VFREEBUSY with METHOD:REQUEST is expected");
    }

    private static void checkOrganizer(Exchange exchange, Resource outbox, Block asked) {
        var organizer = asked.line("ORGANIZER").flatMap(FreeBusyRequest::address);
        var own = exchange.viewing().addressesOf(outbox.owner());
        if (organizer.filter(own::contains).isEmpty()) {
            throw Refusal.precondition(403, caldav("valid-organizer"), "ORGANIZER must be the owner of the outbox");
        }
    }

    private static Optional<CalendarAddress> address(ContentLine line) {
        try {
            return Optional.of(new CalendarAddress(line.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(Block asked, String name) {
        try {
            return asked.line(name)
                    .map(line -> Times.parse(line.value()).instant(ZoneOffset.UTC))
                    .orElseThrow(() -> invalid(name + " is missing"));
        } catch (DateTimeException e) {
            throw invalid(name + " is no date with time");
        }
    }

    private static List<ContentLine> repeated(Block asked, ContentLine attendee) {
        var lines = new ArrayList<ContentLine>();
        Stream.of("UID", "ORGANIZER").forEach(name -> asked.line(name).ifPresent(lines::add));
        lines.add(attendee);
        return lines;
    }

    private static Refusal invalid(String detail) {
        return Refusal.precondition(403, caldav("valid-scheduling-message"), detail);
    }
}
