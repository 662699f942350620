package org.kalends.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.resource.ObjectReading;
import org.kalends.icalendar.codec.ReferencedZones;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Texts;
import org.kalends.transfer.domain.ComponentView;
import org.kalends.transfer.domain.ZonesTold;

/**
 * A calendar as one iCalendar stream: its name and colour (RFC 7986), all components, each VTIMEZONE once, also where
 * the client that wrote an object left it out. Objects are read while they are written, so memory does not follow the
 * size of the calendar.
 */
@ApplicationScoped
public class CalendarExport {

    private static final List<ContentLine> HEAD =
            List.of(ContentLine.of("VERSION", "2.0"), ContentLine.of("PRODID", "-//Kalends//Kalends 1.0//EN"));

    private static final String END = "END:VCALENDAR\r\n";

    @Inject
    ObjectReading objects;

    /** Whether zones that everybody knows are defined in the stream, or only named (RFC 7809). */
    public enum Zones {
        DEFINED,
        NAMED
    }

    /**
     * All that the one who looks may see.
     *
     * @param language of what stands in the place of hidden titles
     */
    public void write(CalendarCollection calendar, Locale language, Zones wanted, OutputStream out) {
        var view = calendar.rights().seesPrivate() ? ComponentView.WHOLE : ComponentView.masked(language);
        if (wanted == Zones.DEFINED) write(calendar, List.of(), view, out);
        else {
            stream(calendar, List.of(), object -> view.of(ReferencedZones.named(object)), out);
            put(out, END);
        }
    }

    /** @param more properties of the calendar */
    public void write(CalendarCollection calendar, List<ContentLine> more, ComponentView view, OutputStream out) {
        var zones = stream(calendar, more, view, out);
        zones.missing().forEach(block -> put(out, block));
        put(out, END);
    }

    private ZonesTold stream(
            CalendarCollection calendar, List<ContentLine> more, ComponentView view, OutputStream out) {
        var look = calendar.look();
        put(out, "BEGIN:VCALENDAR\r\n");
        var named = Stream.of(
                ContentLine.of("NAME", Texts.escape(look.name())),
                ContentLine.of("X-WR-CALNAME", Texts.escape(look.name())),
                ContentLine.of("COLOR", Texts.escape(look.color())));
        Stream.of(HEAD.stream(), named, more.stream()).flatMap(lines -> lines).forEach(line -> put(out, line.raw()));
        var zones = new ZonesTold();
        objects.listTexts(calendar, found -> {
            var text = new String(found.text(), StandardCharsets.UTF_8);
            var shown = view.of(ContentReader.calendar(text));
            for (var block : shown) if (zones.first(block)) put(out, block);
        });
        return zones;
    }

    private static void put(OutputStream out, Block block) {
        var raw = block.raw();
        put(out, raw.endsWith("\n") ? raw : raw + "\r\n");
    }

    private static void put(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
