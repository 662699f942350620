package org.kalends.notification;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.domain.Joining;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.store.NewsStore;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.outbox.WaitingMessage;

/**
 * Decides, in the transaction of the change, who gets which mail and when it may leave. A mail waits for the undo
 * time; more to tell within it joins the mail that waits, and what was undone meanwhile is never told.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailPlanning {

    @Inject
    Outbox outbox;

    @Inject
    NewsStore news;

    @Inject
    Audience audience;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    /**
     * Plans one mail each for these recipients, as far as they get any.
     *
     * @param announcement whether there is a time to undo what is told
     */
    public void plan(Decided decided, Collection<CalendarAddress> recipients, Announcement announcement) {
        var readers = audience.of(decided, recipients);
        if (readers.people().isEmpty()) return;
        news.add(decided);
        var subjects = readers.people().stream().map(decided::subjectFor).toList();
        var waiting = outbox.waiting(decided.home(), Queue.MAIL, subjects).stream()
                .collect(toMap(WaitingMessage::subject, message -> message, (older, newer) -> newer));
        outbox.withdraw(waiting.values());
        var known = knownStates(decided, waiting.values());
        var mails = new ArrayList<OutboxMessage>();
        for (var reader : readers.people()) {
            var held = waiting.get(decided.subjectFor(reader));
            task(decided, reader, held, known)
                    .filter(task -> readers.want(reader, task.kind()))
                    .map(task -> message(decided, task, due(held, announcement)))
                    .ifPresent(mails::add);
        }
        outbox.add(mails);
    }

    /** Plans a question for the answer to each, once in an hour; who has another mail of the event before him gets none. */
    public void ask(Decided decided, Collection<CalendarAddress> silent) {
        var readers = audience.of(decided, silent);
        if (readers.people().isEmpty()) return;
        news.add(decided);
        var subjects = readers.people().stream().map(decided::subjectFor).toList();
        var waiting = outbox.waiting(decided.home(), Queue.MAIL, subjects).stream()
                .map(WaitingMessage::subject)
                .toList();
        outbox.add(readers.people().stream()
                .filter(reader -> readers.want(reader, MailKind.AWAITED))
                .filter(reader -> !waiting.contains(decided.subjectFor(reader)))
                .map(reader -> question(decided, reader))
                .toList());
    }

    /** Of several changes within the undo time the last is asked about. */
    public void askForRoom(Decided decided, CalendarAddress approver) {
        var readers = audience.of(decided, List.of(approver));
        if (readers.people().isEmpty() || !readers.want(approver, MailKind.ROOM_ASKED)) return;
        news.add(decided);
        takeBack(decided, approver);
        var undo = clock.instant().plus(settings.undo());
        outbox.add(List.of(message(decided, task(decided, approver, MailKind.ROOM_ASKED), undo)));
    }

    /** What still waits to be told to this reader. */
    public void takeBack(Decided decided, CalendarAddress reader) {
        outbox.withdraw(outbox.waiting(decided.home(), Queue.MAIL, List.of(decided.subjectFor(reader))));
    }

    private OutboxMessage question(Decided decided, CalendarAddress reader) {
        var hour = decided.at().truncatedTo(ChronoUnit.HOURS);
        var key = "awaited/" + decided.series().uid() + "/" + reader + "/" + hour;
        var subject = decided.subjectFor(reader);
        var task = task(decided, reader, MailKind.AWAITED);
        return new OutboxMessage(decided.home(), Queue.MAIL, key, task, clock.instant(), subject);
    }

    private Map<UUID, Decided> knownStates(Decided decided, Collection<WaitingMessage> waiting) {
        var since =
                waiting.stream().map(message -> message.bodyAs(MailTask.class).since());
        return news.find(decided.home(), since.toList());
    }

    private static Optional<MailTask> task(
            Decided decided, CalendarAddress reader, @Nullable WaitingMessage held, Map<UUID, Decided> known) {
        var kind = decided.kindFor(reader);
        if (held != null) return joined(decided, held.bodyAs(MailTask.class), kind, known);
        boolean tells = kind != MailKind.CHANGE || Decided.visible(decided.before(), decided.after());
        return tells ? Optional.of(task(decided, reader, kind)) : Optional.empty();
    }

    private Instant due(@Nullable WaitingMessage held, Announcement announcement) {
        if (announcement == Announcement.AT_ONCE) return clock.instant();
        var undo = clock.instant().plus(settings.undo());
        if (held == null) return undo;
        var latest = held.createdAt().plus(settings.coalesce());
        return undo.isBefore(latest) ? undo : latest;
    }

    private static Optional<MailTask> joined(Decided decided, MailTask held, MailKind kind, Map<UUID, Decided> known) {
        var reader = held.recipient();
        return switch (Joining.of(held.kind(), kind)) {
            case NEITHER -> Optional.empty();
            case INVITE -> Optional.of(task(decided, reader, MailKind.INVITATION));
            case REPLACE -> Optional.of(task(decided, reader, kind));
            case TELL_CHANGE -> {
                var since = known.get(held.since());
                boolean undone = since != null && !Decided.visible(since.before(), decided.after());
                yield undone
                        ? Optional.empty()
                        : Optional.of(new MailTask(
                                decided.home(), decided.id(), held.since(), reader, MailKind.CHANGE, null));
            }
        };
    }

    private static MailTask task(Decided decided, CalendarAddress reader, MailKind kind) {
        return new MailTask(decided.home(), decided.id(), decided.id(), reader, kind, null);
    }

    private static OutboxMessage message(Decided decided, MailTask task, Instant due) {
        return new OutboxMessage(
                decided.home(), Queue.MAIL, task.key(), task, due, decided.subjectFor(task.recipient()));
    }
}
