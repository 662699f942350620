package org.kalends.exchange.sync.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.folder.Answers;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.form.ItemOperations;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.outbound.ItemWriting.Target;
import org.kalends.icalendar.Attendee.ParticipationStatus;

/**
 * Gives answers to invitations. Exchange makes another item of an invitation that is answered, and tells of it as of any
 * other change; what is declined it throws away.
 */
@ApplicationScoped
class AnswerWriting {

    private static final String INSTANCE_GONE = "ErrorCalendarOccurrenceIsDeletedFromRecurrence";

    @Inject
    EwsClient exchange;

    @Inject
    ItemWriting writing;

    @Inject
    LoneWriting lone;

    @Inject
    TakenStore taken;

    @Inject
    Clock clock;

    /**
     * @param beforeEach run before each question, as they may take long
     * @return why some of it could not be said
     */
    List<String> write(Target target, ToldEvent told, Runnable beforeEach) {
        var home = target.forms().owner().id();
        var there = taken.find(home, target.uid());
        var answers = there.filter(one -> target.forms().isInvitation(told, one.kind()))
                .flatMap(one -> target.forms().of(told, one.kind()))
                .map(meant -> meant.answers());
        if (there.isEmpty() || answers.isEmpty()) return List.of();
        var known = Answers.among(there.get().parts());
        if (answers.get().digests().equals(known)) return List.of();
        var answered = whole(target, there.get(), answers.get());
        if (answered.isEmpty()) return List.of();
        var losses = new ArrayList<String>();
        var items = told.series().master() == null ? lone.items(home, target.uid()) : instances(target, answered.get());
        answers.get().newSingle(known).forEach((instance, answer) -> {
            beforeEach.run();
            single(target, items.apply(instance), answer).ifPresent(losses::add);
        });
        keep(target, answered.get(), answers.get().digests());
        return losses;
    }

    /** The item that it is by then, if there is any. */
    private Optional<Taken> whole(Target target, Taken there, Answers answers) {
        var answer = answers.newWhole(there.parts());
        if (answer.isEmpty()) return Optional.of(there);
        var item = answer(target, there.item(), answer.get()).orElse(there.item());
        if (answer.get() == ParticipationStatus.DECLINED) {
            taken.forget(target.forms().owner().id(), target.uid());
            return Optional.empty();
        }
        var known = new TreeMap<>(Answers.among(there.parts()));
        known.putAll(new Answers(answer, Map.of()).digests());
        return Optional.of(
                keep(target, new Taken(there.uid(), item, there.folder(), there.parts(), there.kind()), known));
    }

    private Taken keep(Target target, Taken there, Map<String, String> answers) {
        var parts = new TreeMap<>(there.parts());
        parts.keySet().removeAll(Answers.among(there.parts()).keySet());
        parts.putAll(answers);
        var answered = new Taken(there.uid(), there.item(), there.folder(), parts, there.kind());
        taken.keep(target.forms().owner().id(), Set.of(answered), clock.instant());
        return answered;
    }

    private Optional<ItemId> answer(Target target, ItemId item, ParticipationStatus answer) {
        return exchange.askAll(ItemOperations.answer(item, answer), target.mailbox()).stream()
                .flatMap(ItemOperations::ids)
                .findFirst();
    }

    /** Of a series, by places; empty for those that were thrown away there. */
    private Function<String, Optional<ItemId>> instances(Target target, Taken series) {
        return place -> instance(target, ItemOperations.instance(series.item(), Integer.parseInt(place)));
    }

    private Optional<ItemId> instance(Target target, Element question) {
        try {
            return Optional.of(writing.ask(target, question));
        } catch (ExchangeRefused e) {
            if (!e.refusal().code().equals(INSTANCE_GONE)) throw e;
            return Optional.empty();
        }
    }

    /** Why it could not be said. */
    private Optional<String> single(Target target, Optional<ItemId> instance, ParticipationStatus answer) {
        if (instance.isPresent()) answer(target, instance.get(), answer);
        return instance.isPresent() || answer == ParticipationStatus.DECLINED
                ? Optional.empty()
                : Optional.of("An instance that was declined is not in Exchange any more");
    }
}
