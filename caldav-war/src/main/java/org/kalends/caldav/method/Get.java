package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.kalends.attachment.AttachmentReading;
import org.kalends.attachment.ByteRange;
import org.kalends.caldav.http.CalendarForm;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.HttpDates;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.http.ZonesWanted;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.CalendarData;
import org.kalends.event.resource.CalendarObject;
import org.kalends.event.resource.ObjectReading;

/** GET: the text of an object, to the octet (RFC 4791, 5.3.4). */
@ApplicationScoped
public class Get implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    ObjectReading objects;

    @Inject
    AttachmentReading attachments;

    @Inject
    WholeCalendar wholeCalendar;

    @Inject
    NotificationBody notifications;

    @Override
    public String name() {
        return "GET";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OBJECT, Kind.CALENDAR, Kind.NOTIFICATION);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var path = exchange.path();
        if (path.length() == 3 && path.segment(0).equals("attachments")) {
            attachment(exchange, path.segment(1));
            return;
        }
        var calendar = resources.calendarOf(exchange.viewer(), exchange.path());
        if (calendar.isPresent()) object(exchange, calendar.get());
        else collection(exchange);
    }

    /** A file, or one part of it (RFC 8607, 3.10; RFC 9110, 14). */
    private void attachment(Exchange exchange, String id) throws IOException {
        var download = attachments.open(exchange.viewer(), uuid(id));
        var file = download.file();
        var asked = ByteRange.asked(exchange.header("Range"), file.size());
        var part = asked.orElse(ByteRange.whole(file.size()));
        exchange.set("ETag", EntityTags.quoted(file.digest()))
                .set("Accept-Ranges", "bytes")
                .set("Content-Disposition", file.saved().disposition())
                .set("Content-Security-Policy", file.saved().policy())
                .set("X-Content-Type-Options", "nosniff");
        if (EntityTags.names(exchange.header("If-None-Match"), file.digest())) {
            exchange.empty(304);
        } else if (asked.isPresent() && !part.within(file.size())) {
            exchange.set("Content-Range", part.of(file.size())).empty(416);
        } else {
            if (asked.isPresent()) exchange.set("Content-Range", part.of(file.size()));
            int status = asked.isPresent() ? 206 : 200;
            if (exchange.method().equals("HEAD")) {
                exchange.send(status, file.harmlessType(), part.length(), out -> {});
                return;
            }
            var body = download.open(part); // while it can still be said that it cannot be read
            exchange.send(status, file.harmlessType(), part.length(), body::copyTo);
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    private void object(Exchange exchange, Resource calendar) throws IOException {
        var found =
                objects.find(calendar.calendar(), exchange.path().segment(3)).orElseThrow(Refusal::notFound);
        var object = found.object();
        head(exchange, object);
        if (EntityTags.names(exchange.header("If-None-Match"), object.etag())) {
            exchange.empty(304);
            return;
        }
        var match = EntityTags.list(exchange.header("If-Match"));
        if (match != null && !exchange.conditions().hold(object.etag(), object.scheduleTag())) {
            throw Refusal.of(412, "It is another by now");
        }
        var form = exchange.accepted();
        exchange.send(200, form.typeOf(object.component()), told(found.text(), exchange.zones(), form));
    }

    private static byte[] told(byte[] stored, ZonesWanted wanted, CalendarForm form) {
        if (wanted == ZonesWanted.AS_STORED && form == CalendarForm.ICALENDAR) return stored;
        return form.of(CalendarData.told(new String(stored, StandardCharsets.UTF_8), wanted))
                .getBytes(StandardCharsets.UTF_8);
    }

    static void head(Exchange exchange, CalendarObject object) {
        exchange.set("ETag", EntityTags.quoted(object.etag()));
        exchange.set("Last-Modified", HttpDates.text(object.modified()));
        var schedule = object.scheduleTag();
        if (schedule != null) exchange.set("Schedule-Tag", EntityTags.quoted(schedule));
    }

    private void collection(Exchange exchange) throws IOException {
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        if (resource.kind() == Kind.CALENDAR) {
            wholeCalendar.answer(exchange, resource);
            return;
        }
        if (resource.kind() == Kind.NOTIFICATION) {
            notifications.answer(exchange, resource);
            return;
        }
        exchange.text(200, "This is the CalDAV address of Kalends. Give it to a calendar program.");
    }
}
