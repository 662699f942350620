package org.kalends.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kalends.scheduling.domain.Meetings.ANNA;
import static org.kalends.scheduling.domain.Meetings.BORIS;
import static org.kalends.scheduling.domain.Meetings.answered;
import static org.kalends.scheduling.domain.Meetings.daily;
import static org.kalends.scheduling.domain.Meetings.day;
import static org.kalends.scheduling.domain.Meetings.instance;
import static org.kalends.scheduling.domain.Meetings.revised;
import static org.kalends.scheduling.domain.Meetings.titled;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kalends.event.Scope;
import org.kalends.event.domain.CopyEdit;
import org.kalends.event.domain.PersonalChange;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;

/** What somebody who was invited makes of his copy, and what his organizer hears and overwrites. */
class AttendeeCopyTest {

    private static final Set<CalendarAddress> SELF = Set.of(BORIS);
    private static final Alarm EARLY = new Alarm(Duration.ofMinutes(10), Alarm.Channel.MAIL);
    private static final EventSeries COPY = daily(BORIS);

    private static EventComponent his(EventComponent component) {
        var labels = component.labels();
        return component
                .withAlarms(List.of(EARLY))
                .withLabels(new Labels(
                        labels.status(), labels.classification(), Transparency.TRANSPARENT, List.of("mine"), "red"));
    }

    private static EventSeries edited(Scope scope, UnaryOperator<EventComponent> edit) {
        var third = Instances.find(COPY, day(2).instant(ZoneOffset.UTC)).orElseThrow();
        return CopyEdit.of(COPY, scope, third, before -> PersonalChange.checked(before, edit.apply(before)))
                .past()
                .after();
    }

    private static List<Integer> changed(EventSeries series) {
        return IntStream.range(0, 5)
                .filter(number -> instance(series, number).alarms().contains(EARLY))
                .filter(number -> "red".equals(instance(series, number).labels().color()))
                .boxed()
                .toList();
    }

    @Test
    void remindersColourAndTimeThatCountsChangeAsFarAsHeSays() {
        assertThat(changed(edited(Scope.THIS, AttendeeCopyTest::his))).containsExactly(2);
        assertThat(changed(edited(Scope.FOLLOWING, AttendeeCopyTest::his))).containsExactly(2, 3, 4);
        assertThat(changed(edited(Scope.ALL, AttendeeCopyTest::his))).containsExactly(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void whatIsHisAloneIsAllowedAndToldToNobody(Scope scope) {
        var after = edited(scope, AttendeeCopyTest::his);
        assertThat(after.uid()).isEqualTo(COPY.uid());
        assertThat(ObjectChangeRules.check(COPY, after, SELF)).isEmpty();
        assertThat(AttendeeRules.decide(COPY, after, SELF)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void whatIsTheOrganizersIsRefused(Scope scope) {
        assertThatThrownBy(() -> edited(scope, before -> titled(before, "Mine")))
                .isInstanceOf(CalendarException.class);
    }

    @Test
    void tooManyInstancesBeforeAreRefusedByName() {
        var endless = COPY.withMaster(
                COPY.lead().withRecurrence(COPY.lead().recurrence().withRules(List.of("FREQ=DAILY"))));
        var late = Instances.find(endless, day(500).instant(ZoneOffset.UTC)).orElseThrow();
        assertThatThrownBy(() -> CopyEdit.of(endless, Scope.FOLLOWING, late, AttendeeCopyTest::his))
                .isInstanceOfSatisfying(CalendarException.class, refused -> assertThat(refused.errors())
                        .extracting(e -> e.field())
                        .containsExactly("scope"));
    }

    @Test
    void anAnswerForThisAndFollowingTellsTheOrganizerWhichKeepTheOldOne() {
        var accepted = COPY.withMaster(answered(COPY.lead(), BORIS, ParticipationStatus.ACCEPTED));
        var pinned = Instances.pinned(accepted, day(2), CopyEdit.MOST_BEFORE).orElseThrow();
        var after = pinned.withMaster(answered(COPY.lead(), BORIS, ParticipationStatus.DECLINED));
        var decision = AttendeeRules.decide(accepted, after, SELF).orElseThrow();
        assertThat(decision.recipients()).containsExactly(ANNA);
        var organizers = CopyRules.reply(accepted, decision.after()).orElseThrow();
        assertThat(IntStream.range(0, 5)
                        .mapToObj(number ->
                                instance(organizers, number).attendees().get(0).status()))
                .containsExactly(
                        ParticipationStatus.ACCEPTED,
                        ParticipationStatus.ACCEPTED,
                        ParticipationStatus.DECLINED,
                        ParticipationStatus.DECLINED,
                        ParticipationStatus.DECLINED);
    }

    @Test
    void whatTheOrganizerChangesLaterLeavesHisColourAndReminders() {
        var his = COPY.withMaster(his(COPY.lead()));
        var told = COPY.withMaster(revised(titled(COPY.lead(), "Other"), 1));
        var after = CopyRules.request(his, told, SELF).orElseThrow();
        assertThat(after.lead().details().title()).isEqualTo("Other");
        assertThat(changed(after)).hasSize(5);
        assertThat(after.lead().labels().categories()).containsExactly("mine");
    }

    @Test
    void theOrganizersOwnColourIsToldToNobody() {
        assertThat(OrganizerRules.decide(COPY, COPY.withMaster(his(COPY.lead()))))
                .isEmpty();
    }
}
