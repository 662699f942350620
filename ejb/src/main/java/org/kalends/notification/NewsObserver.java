package org.kalends.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.kalends.database.Ids;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.Principal;
import org.kalends.scheduling.AnswersAwaited;
import org.kalends.scheduling.MessageDecided;
import org.kalends.scheduling.RoomAsked;
import org.kalends.scheduling.RoomSettled;

/** Plans the mails of a scheduling message, or of a question for answers, in its transaction. */
@ApplicationScoped
public class NewsObserver {

    @Inject
    NewsPlanning planning;

    void observe(@Observes MessageDecided message) {
        var actor = message.actor();
        planning.plan(
                new Decided(
                        message.home(),
                        message.message(),
                        message.method(),
                        message.before(),
                        message.after(),
                        actor.name(),
                        actor.address(),
                        message.at()),
                message.recipients(),
                message.announcement());
    }

    void observe(@Observes AnswersAwaited question) {
        var organizer = question.organizer();
        var decided = new Decided(
                question.home(),
                question.id(),
                Method.REQUEST,
                null,
                question.series(),
                organizer.name(),
                organizer.address(),
                question.at());
        planning.ask(decided, question.silent());
    }

    void observe(@Observes RoomAsked request) {
        wanted(request.room(), request.series(), request.at())
                .ifPresent(decided ->
                        planning.askForRoom(decided, request.approver().address()));
    }

    void observe(@Observes RoomSettled settled) {
        wanted(settled.room(), settled.series(), Instant.EPOCH)
                .ifPresent(
                        decided -> planning.takeBack(decided, settled.approver().address()));
    }

    private static Optional<Decided> wanted(Principal room, EventSeries series, Instant at) {
        return Optional.ofNullable(series.lead().organizer())
                .map(organizer -> new Decided(
                        room.id(),
                        Ids.next(),
                        Method.REQUEST,
                        null,
                        series,
                        organizer.name(),
                        organizer.address(),
                        at));
    }
}
