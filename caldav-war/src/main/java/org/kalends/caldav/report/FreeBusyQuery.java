package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.TimeRange;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.freebusy.CalendarBusyTimes;
import org.kalends.freebusy.FreeBusyText;

/** CALDAV:free-busy-query: when a calendar is busy, and nothing more (RFC 4791, 7.10). */
@ApplicationScoped
public class FreeBusyQuery implements Report {

    @Inject
    CalendarBusyTimes busy;

    @Inject
    FreeBusyText text;

    @Override
    public QName name() {
        return Names.caldav("free-busy-query");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR, Kind.HOME);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        var range = body.child(Names.caldav("time-range"))
                .map(TimeRange::read)
                .orElseThrow(() -> Refusal.precondition(403, Names.caldav("valid-filter"), "There is no time-range"));
        var times = resource.kind() == Kind.CALENDAR
                ? busy.of(resource.calendar(), range)
                : busy.of(resource.owner(), range);
        exchange.send(200, MediaTypes.CALENDAR, text.published(range, times).getBytes(StandardCharsets.UTF_8));
    }
}
