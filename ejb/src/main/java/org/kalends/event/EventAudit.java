package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Cause;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Deed;

/** What people do to events, noted in the audit log; copies that messages bring follow from it and are not noted. */
@ApplicationScoped
public class EventAudit {

    /** What comes out of the trash is new to all features but this one. */
    private static final Deed.After BACK = new Deed.After(AuditAction.EVENT_DELETED, AuditAction.EVENT_RESTORED);

    @Inject
    AuditLog audit;

    void observe(@Observes EventChange change) {
        if (change.cause() != Cause.PERSON && change.cause() != Cause.HANDOVER) return;
        var actor = change.actor().id();
        var deed = new Deed(
                action(change),
                actor,
                actor.equals(change.home()) ? null : change.home(),
                change.object().toString(),
                new Deed.Hashes(hash(change.before()), hash(change.after())));
        if (deed.action() == AuditAction.EVENT_CREATED) audit.note(deed, BACK);
        else audit.note(deed);
    }

    private static AuditAction action(EventChange change) {
        var before = change.before();
        var after = change.after();
        if (after == null) return AuditAction.EVENT_DELETED;
        if (before == null) return AuditAction.EVENT_CREATED;
        if (change.cause() == Cause.HANDOVER) return AuditAction.EVENT_HANDED_OVER;
        return answers(change, before, after) ? AuditAction.EVENT_ANSWERED : AuditAction.EVENT_CHANGED;
    }

    private static boolean answers(EventChange change, EventSeries before, EventSeries after) {
        var organizer = after.lead().organizer();
        return organizer != null
                && !organizer.address().equals(change.actor().address())
                && !change.actor().address().equals(organizer.sentBy())
                && !statuses(before).equals(statuses(after));
    }

    private static List<Object> statuses(EventSeries series) {
        var master = series.master();
        return Stream.concat(Stream.ofNullable(master), series.overrides().stream())
                .flatMap(component -> component.attendees().stream())
                .<Object>map(Attendee::status)
                .toList();
    }

    private static @Nullable String hash(@Nullable EventSeries state) {
        if (state == null) return null;
        try {
            var text = ICalendar.write(state).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
