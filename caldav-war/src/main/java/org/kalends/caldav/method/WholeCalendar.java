package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Spool;
import org.kalends.caldav.report.SyncTokens;
import org.kalends.caldav.resource.Resource;
import org.kalends.event.resource.ObjectReading;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Texts;

/** A calendar as one iCalendar stream: its name and colour (RFC 7986), each VTIMEZONE once, then all components. */
@ApplicationScoped
public class WholeCalendar {

    @Inject
    ObjectReading objects;

    void answer(Exchange exchange, Resource calendar) throws IOException {
        var etag = EntityTags.quoted(
                Integer.toHexString(SyncTokens.of(calendar.calendar()).text().hashCode()) + "-"
                        + calendar.calendar().sequence());
        exchange.set("ETag", etag);
        if (EntityTags.names(exchange.header("If-None-Match"), EntityTags.unquoted(etag))) {
            exchange.empty(304);
            return;
        }
        try (var body = new Spool()) {
            write(calendar, body);
            exchange.send(200, MediaTypes.CALENDAR, body);
        }
    }

    private void write(Resource calendar, Spool body) throws IOException {
        var look = calendar.calendar().look();
        var head = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (var line : List.of(
                ContentLine.of("VERSION", "2.0"),
                ContentLine.of("PRODID", "-//Kalends//Kalends 1.0//EN"),
                ContentLine.of("NAME", Texts.escape(look.name())),
                ContentLine.of("X-WR-CALNAME", Texts.escape(look.name())),
                ContentLine.of("COLOR", Texts.escape(look.color())))) {
            head.append(line.raw());
        }
        body.write(head.toString().getBytes(StandardCharsets.UTF_8));
        var zones = new HashSet<String>();
        objects.listTexts(calendar.calendar(), found -> {
            var text = new String(found.text(), StandardCharsets.UTF_8);
            for (var item : ContentReader.calendar(text).items()) {
                if (!(item instanceof Block block)) continue;
                boolean told = block.name().equals("VTIMEZONE")
                        && !zones.add(block.line("TZID").map(ContentLine::value).orElse(""));
                if (!told) write(body, block.raw());
            }
        });
        body.write("END:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Spool body, String text) {
        try {
            body.write(text.getBytes(StandardCharsets.UTF_8));
            if (!text.endsWith("\n")) body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
