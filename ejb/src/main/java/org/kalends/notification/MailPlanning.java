package org.kalends.notification;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.notification.domain.Joining;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.store.NewsStore;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.outbox.WaitingMessage;
import org.kalends.time.Interval;

/**
 * Decides, in the transaction of the change, who gets which mail and when it may leave. A mail waits for the undo
 * time; more to tell within it joins the mail that waits, and what was undone meanwhile is never told.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailPlanning {

    private static final Duration FORESIGHT = Duration.ofDays(366 * 5);

    @Inject
    Outbox outbox;

    @Inject
    NewsStore news;

    @Inject
    Directory directory;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    /** Plans one mail each for these recipients, as far as they get any. */
    public void plan(Decided decided, Collection<CalendarAddress> recipients) {
        var readers = readers(decided, recipients);
        if (readers.isEmpty()) return;
        news.add(decided);
        var subjects = readers.stream().map(decided::subjectFor).toList();
        var waiting = outbox.waiting(decided.home(), Queue.MAIL, subjects).stream()
                .collect(toMap(WaitingMessage::subject, message -> message, (older, newer) -> newer));
        outbox.withdraw(waiting.values());
        var known = knownStates(decided, waiting.values());
        var mails = new ArrayList<OutboxMessage>();
        for (var reader : readers) {
            var held = waiting.get(decided.subjectFor(reader));
            mail(decided, reader, held, known).ifPresent(mails::add);
        }
        outbox.add(mails);
    }

    /** People only: rooms read no mail. Not who did it, and nobody about what is over. */
    private List<CalendarAddress> readers(Decided decided, Collection<CalendarAddress> recipients) {
        if (over(decided)) return List.of();
        var inside = directory.byAddress(recipients);
        return recipients.stream()
                .distinct()
                .filter(address -> !address.equals(decided.actorAddress()))
                .filter(address -> person(inside.get(address)))
                .filter(address -> !sameAsActor(inside, address, decided.actorAddress()))
                .toList();
    }

    private static boolean person(@Nullable Principal inside) {
        return inside == null || inside.kind() == Principal.Kind.USER;
    }

    private static boolean sameAsActor(
            Map<CalendarAddress, Principal> inside, CalendarAddress address, CalendarAddress actor) {
        var principal = inside.get(address);
        return principal != null && principal.address().equals(actor);
    }

    /** Over both as it was and as it is: moving a past event into the future is news. */
    private boolean over(Decided decided) {
        return over(decided.before()) && over(decided.after());
    }

    private boolean over(@Nullable EventSeries series) {
        if (series == null) return true;
        var now = clock.instant();
        return Expander.expand(series, new Interval(now, now.plus(FORESIGHT)), ZoneOffset.UTC)
                .isEmpty();
    }

    private Map<UUID, Decided> knownStates(Decided decided, Collection<WaitingMessage> waiting) {
        var since =
                waiting.stream().map(message -> message.bodyAs(MailTask.class).since());
        return news.find(decided.home(), since.toList());
    }

    private Optional<OutboxMessage> mail(
            Decided decided, CalendarAddress reader, @Nullable WaitingMessage held, Map<UUID, Decided> known) {
        var kind = decided.kindFor(reader);
        var due = clock.instant().plus(settings.undo());
        if (held == null) {
            boolean tells = kind != MailKind.CHANGE || Decided.visible(decided.before(), decided.after());
            return tells ? Optional.of(message(decided, task(decided, reader, kind), due)) : Optional.empty();
        }
        var latest = held.createdAt().plus(settings.coalesce());
        return joined(decided, held.bodyAs(MailTask.class), kind, known)
                .map(task -> message(decided, task, due.isBefore(latest) ? due : latest));
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
