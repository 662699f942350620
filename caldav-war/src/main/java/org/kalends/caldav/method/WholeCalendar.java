package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.ZonesWanted;
import org.kalends.caldav.report.SyncTokens;
import org.kalends.caldav.resource.Resource;
import org.kalends.spool.Spool;
import org.kalends.transfer.CalendarExport;
import org.kalends.transfer.CalendarExport.Zones;

/** GET of a calendar: the whole of it as one iCalendar stream. Its tag is weak, for it may be packed. */
@ApplicationScoped
public class WholeCalendar {

    @Inject
    CalendarExport export;

    void answer(Exchange exchange, Resource calendar) throws IOException {
        var zones = exchange.zones() == ZonesWanted.BY_NAME ? Zones.NAMED : Zones.DEFINED;
        var etag = "W/"
                + EntityTags.quoted(Integer.toHexString(
                                SyncTokens.of(calendar.calendar()).text().hashCode()) + "-"
                        + calendar.calendar().sequence() + (zones == Zones.NAMED ? "-n" : ""));
        exchange.set("ETag", etag);
        if (EntityTags.names(exchange.header("If-None-Match"), EntityTags.unquoted(etag.substring(2)))) {
            exchange.empty(304);
            return;
        }
        try (var body = new Spool()) {
            export.write(calendar.calendar(), exchange.viewer().language(), zones, body);
            exchange.send(200, MediaTypes.CALENDAR, body);
        }
    }
}
