package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentEditing;
import org.kalends.attachment.AttachmentEditing.Part;
import org.kalends.attachment.AttachmentKeeping;
import org.kalends.attachment.AttachmentKeeping.Taken;
import org.kalends.attachment.AttachmentRefused;
import org.kalends.attachment.AttachmentRefused.Reason;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Resource;
import org.kalends.event.EditOutcome;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.Scope;
import org.kalends.event.Target;
import org.kalends.event.resource.Component;
import org.kalends.event.resource.ObjectReading;
import org.kalends.event.resource.StoreOutcome;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;

/**
 * POST with an action on an object: files brought into it, replaced, taken out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8607#section-3">RFC 8607, 3</a>
 */
@ApplicationScoped
public class ManagedAttachments {

    private static final String REPRESENTATION = "return=representation";
    private static final long ANY_LENGTH = Long.MAX_VALUE; // what a file may have is judged as it is taken

    @Inject
    AttachmentEditing editing;

    @Inject
    AttachmentKeeping keeping;

    @Inject
    ObjectReading objects;

    void answer(Exchange exchange, Resource resource) throws IOException {
        var object = resource.object();
        if (object.component() != Component.VEVENT) throw Refusal.of(403, "Files are kept for events alone");
        if (!exchange.conditions().hold(object.etag(), object.scheduleTag())) {
            throw Refusal.of(412, "It is another by now");
        }
        var target = new Target(exchange.viewer(), object.id(), object.etag(), Scope.ALL, null, Announcement.AT_ONCE);
        switch (exchange.parameter("action").orElse("")) {
            case "attachment-add" -> add(exchange, resource, target);
            case "attachment-update" -> update(exchange, resource, target);
            case "attachment-remove" -> {
                done(editing.remove(target, part(exchange), managedId(exchange)), resource);
                told(exchange, resource, null, 204);
            }
            default -> throw new AttachmentRefused(
                    Reason.VALID_ACTION, "action is attachment-add, attachment-update or attachment-remove");
        }
    }

    private void add(Exchange exchange, Resource resource, Target target) throws IOException {
        var part = part(exchange);
        if (exchange.parameter("managed-id").isPresent()) {
            throw new AttachmentRefused(Reason.VALID_MANAGED_ID, "A new file has no managed-id yet");
        }
        var added = editing.add(target, part, taken(exchange, target));
        done(added.outcome(), resource);
        told(exchange, resource, added.file().managedId(), 201);
    }

    private void update(Exchange exchange, Resource resource, Target target) throws IOException {
        if (exchange.parameter("rid").isPresent()) {
            throw new AttachmentRefused(Reason.VALID_RID, "A file is replaced wherever it is named");
        }
        var old = managedId(exchange);
        var added = editing.replace(target, old, taken(exchange, target));
        done(added.outcome(), resource);
        told(exchange, resource, added.file().managedId(), 204);
    }

    private Taken taken(Exchange exchange, Target target) throws IOException {
        editing.check(target.actor(), target.event());
        return keeping.take(fileName(exchange.header("Content-Disposition")), exchange.body(ANY_LENGTH));
    }

    private static String fileName(@Nullable String disposition) {
        if (disposition == null) return "";
        try {
            var name = new ContentDisposition(disposition).getParameter("filename");
            return name == null ? "" : MimeUtility.decodeText(name);
        } catch (jakarta.mail.internet.ParseException | UnsupportedEncodingException e) {
            return "";
        }
    }

    private static UUID managedId(Exchange exchange) {
        try {
            return UUID.fromString(exchange.parameter("managed-id").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new AttachmentRefused(Reason.VALID_MANAGED_ID, "managed-id must name a file of the event");
        }
    }

    /** Of {@code rid}: M for the series itself, RECURRENCE-IDs for instances; null for all components. */
    private static @Nullable Part part(Exchange exchange) {
        var rid = exchange.parameter("rid");
        if (rid.isEmpty()) return null;
        var master = Part.Master.LEFT;
        var instances = new ArrayList<Instant>();
        for (var one : rid.get().split(",", -1)) {
            if (one.equals("M")) master = Part.Master.CHANGED;
            else instances.add(instance(one, exchange.viewer().zone()));
        }
        return new Part(master, instances);
    }

    private static Instant instance(String rid, ZoneId zone) {
        try {
            var time = Times.parse(rid);
            return time.instant(time instanceof EventTime.Floating ? zone : ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new AttachmentRefused(Reason.VALID_RID, "rid is M, a date, or a time in UTC: " + rid);
        }
    }

    private static void done(EditOutcome outcome, Resource resource) {
        if (outcome instanceof EditOutcome.Stale) throw Refusal.of(412, "It is another by now");
        if (outcome instanceof EditOutcome.Locked locked)
            throw Outcomes.refusal(new StoreOutcome.Locked(locked.holder()), resource);
    }

    private void told(Exchange exchange, Resource resource, @Nullable String managedId, int status) throws IOException {
        var stored = objects.find(resource.calendar(), resource.object().name()).orElseThrow(Refusal::notFound);
        if (managedId != null) exchange.set("Cal-Managed-ID", managedId);
        Get.head(exchange, stored.object());
        if (!exchange.preferring(REPRESENTATION)) {
            exchange.empty(status);
            return;
        }
        exchange.applied(REPRESENTATION);
        exchange.set("Content-Location", resource.href());
        var type = MediaTypes.calendar(stored.object().component());
        exchange.send(status == 204 ? 200 : status, type, stored.text());
    }
}
