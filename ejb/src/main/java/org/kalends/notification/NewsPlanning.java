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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.Audience.Readers;
import org.kalends.notification.domain.Joining;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.store.NewsStore;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.WaitingMessage;

/**
 * Decides, in the transaction of the change, who is told what by which way and when it may leave. What is told
 * waits for the undo time; more to tell within it joins what waits, and what was undone meanwhile is never told.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class NewsPlanning {

    @Inject
    Outbox outbox;

    @Inject
    NewsStore news;

    @Inject
    Audience audience;

    @Inject
    Routes routes;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    /**
     * Plans one message each and way for these recipients, as far as they get any.
     *
     * @param announcement whether there is a time to undo what is told
     */
    public void plan(Decided decided, Collection<CalendarAddress> recipients, Announcement announcement) {
        var readers = audience.of(decided, recipients);
        if (readers.people().isEmpty()) return;
        news.add(decided);
        for (var route : routes.all()) plan(decided, readers, route, announcement);
    }

    private void plan(Decided decided, Readers readers, Route route, Announcement announcement) {
        var reached = route.reaches(readers);
        if (reached.isEmpty()) return;
        var waiting = waiting(decided, route, reached).stream()
                .collect(toMap(WaitingMessage::subject, message -> message, (older, newer) -> newer));
        outbox.withdraw(waiting.values());
        var known = knownStates(decided, waiting.values());
        var messages = new ArrayList<OutboxMessage>();
        for (var reader : reached) {
            var held = waiting.get(decided.subjectFor(reader));
            task(decided, reader, held, known)
                    .filter(task -> readers.want(reader, task.kind(), route.channel()))
                    .map(task ->
                            message(decided, task, route, readers.release(reader, due(held, announcement), decided)))
                    .ifPresent(messages::add);
        }
        outbox.add(messages);
    }

    /** Plans a question for the answer to each, once in an hour; who is told of the event before him anyway gets none. */
    public void ask(Decided decided, Collection<CalendarAddress> silent) {
        var readers = audience.of(decided, silent);
        if (readers.people().isEmpty()) return;
        news.add(decided);
        for (var route : routes.all()) {
            var reached = route.reaches(readers);
            var told = waiting(decided, route, reached).stream()
                    .map(WaitingMessage::subject)
                    .toList();
            outbox.add(reached.stream()
                    .filter(reader -> readers.want(reader, NewsKind.AWAITED, route.channel()))
                    .filter(reader -> !told.contains(decided.subjectFor(reader)))
                    .map(reader -> question(decided, reader, route, readers.release(reader, clock.instant(), decided)))
                    .toList());
        }
    }

    /** Of several changes within the undo time the last is asked about. */
    public void askForRoom(Decided decided, CalendarAddress approver) {
        var readers = audience.of(decided, List.of(approver));
        if (readers.people().isEmpty()) return;
        news.add(decided);
        takeBack(decided, approver);
        var due = readers.release(approver, clock.instant().plus(settings.undo()), decided);
        var task = task(decided, approver, NewsKind.ROOM_ASKED);
        for (var route : routes.all()) {
            boolean wanted = route.reaches(readers).contains(approver)
                    && readers.want(approver, NewsKind.ROOM_ASKED, route.channel());
            if (wanted) outbox.add(List.of(message(decided, task, route, due)));
        }
    }

    /** What still waits to be told to this reader. */
    public void takeBack(Decided decided, CalendarAddress reader) {
        for (var route : routes.all()) outbox.withdraw(waiting(decided, route, Set.of(reader)));
    }

    private List<WaitingMessage> waiting(Decided decided, Route route, Set<CalendarAddress> readers) {
        var subjects = readers.stream().map(decided::subjectFor).toList();
        return outbox.waiting(decided.home(), route.queue(), subjects);
    }

    private OutboxMessage question(Decided decided, CalendarAddress reader, Route route, Instant due) {
        var hour = decided.at().truncatedTo(ChronoUnit.HOURS);
        var key = "awaited/" + Route.prefix(route.queue()) + decided.series().uid() + "/" + reader + "/" + hour;
        var task = task(decided, reader, NewsKind.AWAITED);
        var subject = decided.subjectFor(reader);
        return new OutboxMessage(decided.home(), route.queue(), key, task, due, subject);
    }

    private Map<UUID, Decided> knownStates(Decided decided, Collection<WaitingMessage> waiting) {
        var since =
                waiting.stream().map(message -> message.bodyAs(NewsTask.class).since());
        return news.find(decided.home(), since.toList());
    }

    private static Optional<NewsTask> task(
            Decided decided, CalendarAddress reader, @Nullable WaitingMessage held, Map<UUID, Decided> known) {
        var kind = decided.kindFor(reader);
        if (held != null) return joined(decided, held.bodyAs(NewsTask.class), kind, known);
        boolean tells = kind != NewsKind.CHANGE || Decided.visible(decided.before(), decided.after());
        return tells ? Optional.of(task(decided, reader, kind)) : Optional.empty();
    }

    private Instant due(@Nullable WaitingMessage held, Announcement announcement) {
        if (announcement == Announcement.AT_ONCE) return clock.instant();
        var undo = clock.instant().plus(settings.undo());
        if (held == null) return undo;
        var latest = held.createdAt().plus(settings.coalesce());
        return undo.isBefore(latest) ? undo : latest;
    }

    private static Optional<NewsTask> joined(Decided decided, NewsTask held, NewsKind kind, Map<UUID, Decided> known) {
        var reader = held.recipient();
        return switch (Joining.of(held.kind(), kind)) {
            case NEITHER -> Optional.empty();
            case INVITE -> Optional.of(task(decided, reader, NewsKind.INVITATION));
            case REPLACE -> Optional.of(task(decided, reader, kind));
            case TELL_CHANGE -> {
                var since = known.get(held.since());
                boolean undone = since != null && !Decided.visible(since.before(), decided.after());
                yield undone
                        ? Optional.empty()
                        : Optional.of(new NewsTask(
                                decided.home(), decided.id(), held.since(), reader, NewsKind.CHANGE, null));
            }
        };
    }

    private static NewsTask task(Decided decided, CalendarAddress reader, NewsKind kind) {
        return new NewsTask(decided.home(), decided.id(), decided.id(), reader, kind, null);
    }

    private static OutboxMessage message(Decided decided, NewsTask task, Route route, Instant due) {
        var subject = decided.subjectFor(task.recipient());
        return new OutboxMessage(decided.home(), route.queue(), task.key(route.queue()), task, due, subject);
    }
}
