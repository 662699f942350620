package org.kalends.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.kalends.event.domain.OrganizerRevision;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

class SchedulingRulesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final CalendarAddress ANNA = new CalendarAddress("anna@kalends.test");
    private static final CalendarAddress BORIS = new CalendarAddress("boris@kalends.test");
    private static final CalendarAddress CLARA = new CalendarAddress("clara@kalends.test");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDateTime TEN = LocalDateTime.parse("2026-12-01T10:00:00");

    private static EventComponent meeting(CalendarAddress... invited) {
        return new EventComponent(
                null,
                at(TEN),
                Recurrence.NONE,
                new Details("Planning", "", "", null),
                Labels.PLAIN,
                new Organizer(ANNA, "Anna", null),
                Arrays.stream(invited).map(SchedulingRulesTest::attendee).toList(),
                List.of(),
                Revision.first(NOW));
    }

    private static Timing at(LocalDateTime start) {
        return new Timing(new EventTime.Zoned(start, MOSCOW), new EventTime.Zoned(start.plusHours(1), MOSCOW));
    }

    private static Attendee attendee(CalendarAddress address) {
        return new Attendee(
                address,
                "",
                Attendee.Kind.INDIVIDUAL,
                Attendee.Role.REQUIRED,
                ParticipationStatus.NEEDS_ACTION,
                null,
                null,
                ScheduleParameters.NONE);
    }

    private static EventSeries series(EventComponent master) {
        return EventSeries.of(new Uid("u"), master);
    }

    private static EventSeries daily(CalendarAddress... invited) {
        return series(meeting(invited).withRecurrence(Recurrence.NONE.withRules(List.of("FREQ=DAILY;COUNT=5"))));
    }

    private static EventTime day(int number) {
        return new EventTime.Zoned(TEN.plusDays(number), MOSCOW);
    }

    private static EventSeries without(EventSeries series, int number) {
        return Instances.exclude(series, day(number)).orElseThrow();
    }

    private static EventComponent answered(EventComponent component, CalendarAddress who, ParticipationStatus status) {
        return component.withAttendees(component.attendees().stream()
                .map(a -> a.address().equals(who) ? a.withStatus(status) : a)
                .toList());
    }

    @Nested
    class TheOrganizer {

        @Test
        void invitesEverybodyOfANewEventButNotHimself() {
            var decisions = OrganizerRules.decide(null, series(meeting(ANNA, BORIS, CLARA)));
            assertThat(decisions).singleElement().satisfies(decision -> {
                assertThat(decision.method()).isEqualTo(Method.REQUEST);
                assertThat(decision.recipients()).containsExactlyInAnyOrder(BORIS, CLARA);
            });
        }

        @Test
        void tellsNobodyOfTheSameStateSavedAgain() {
            var event = series(meeting(BORIS));
            var touched = event.withMaster(
                    event.lead().withRevision(event.lead().revision().touched(NOW.plusSeconds(9))));
            assertThat(OrganizerRules.decide(event, touched)).isEmpty();
        }

        @Test
        void cancelsForTheOneWhoIsInNoMoreAndTellsTheOthers() {
            var decisions = OrganizerRules.decide(series(meeting(BORIS, CLARA)), series(meeting(BORIS)));
            assertThat(decisions)
                    .extracting(Decision::method, Decision::recipients)
                    .containsExactly(tuple(Method.CANCEL, Set.of(CLARA)), tuple(Method.REQUEST, Set.of(BORIS)));
        }

        @Test
        void cancelsForEverybodyWhenTheEventIsDeleted() {
            assertThat(OrganizerRules.decide(series(meeting(BORIS, CLARA)), null))
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(decision.method()).isEqualTo(Method.CANCEL);
                        assertThat(decision.recipients()).containsExactlyInAnyOrder(BORIS, CLARA);
                    });
        }

        /** R1 and R2. */
        @Test
        void cancelsAnInstanceTakenOutByItselfAndNeverTheSeries() {
            var before = daily(BORIS);
            assertThat(OrganizerRules.decide(before, without(before, 2)))
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(decision.method()).isEqualTo(Method.CANCEL);
                        assertThat(decision.after().master()).isNull();
                        assertThat(decision.after().overrides())
                                .extracting(EventComponent::recurrenceId)
                                .containsExactly(day(2));
                    });
        }

        @Test
        void raisesTheSequenceAndAsksAgainWhenTheTimeChanges() {
            var before = series(answered(meeting(BORIS), BORIS, ParticipationStatus.ACCEPTED));
            var moved = before.withMaster(before.lead().withTiming(at(TEN.plusHours(2))));
            var after =
                    OrganizerRevision.apply(before, moved, NOW.plusSeconds(60)).lead();
            assertThat(after.revision().sequence()).isEqualTo(1);
            assertThat(after.attendees().get(0).status()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
        }

        @Test
        void keepsSequenceAndAnswersWhenOnlyTheTitleChanges() {
            var before = series(answered(meeting(BORIS), BORIS, ParticipationStatus.ACCEPTED));
            var renamed = before.withMaster(
                    before.lead().withDetails(before.lead().details().withTitle("Other")));
            var after = OrganizerRevision.apply(before, renamed, NOW.plusSeconds(60))
                    .lead();
            assertThat(after.revision().sequence()).isZero();
            assertThat(after.revision().stamp()).isEqualTo(NOW.plusSeconds(60));
            assertThat(after.attendees().get(0).status()).isEqualTo(ParticipationStatus.ACCEPTED);
        }
    }

    @Nested
    class AnAttendee {

        /** R6. */
        @Test
        void answersForTheSeriesWithoutMakingAnException() {
            var before = daily(BORIS, CLARA);
            var after = before.withMaster(answered(before.lead(), BORIS, ParticipationStatus.ACCEPTED));
            assertThat(AttendeeRules.decide(before, after, Set.of(BORIS))).hasValueSatisfying(reply -> {
                assertThat(reply.method()).isEqualTo(Method.REPLY);
                assertThat(reply.recipients()).containsExactly(ANNA);
                assertThat(reply.after().overrides()).isEmpty();
                assertThat(reply.after().lead().attendees())
                        .extracting(Attendee::address)
                        .containsExactly(BORIS);
            });
        }

        @Test
        void answersForOneInstanceAlone() {
            var before = daily(BORIS);
            var instance =
                    Instances.find(before, day(1).instant(ZoneOffset.UTC)).orElseThrow();
            var after =
                    Instances.with(before, answered(Instances.override(instance), BORIS, ParticipationStatus.DECLINED));
            assertThat(AttendeeRules.decide(before, after, Set.of(BORIS))).hasValueSatisfying(reply -> {
                assertThat(reply.after().master()).isNull();
                assertThat(reply.after().overrides()).hasSize(1);
            });
        }

        @Test
        void declinesByDeleting() {
            assertThat(AttendeeRules.decide(series(meeting(BORIS)), null, Set.of(BORIS)))
                    .hasValueSatisfying(reply -> assertThat(
                                    reply.after().lead().attendees().get(0).status())
                            .isEqualTo(ParticipationStatus.DECLINED));
        }

        /** R15. */
        @Test
        void tellsTheOrganizerNothingOfWhatIsHisAlone() {
            var before = series(meeting(BORIS));
            var after = before.withMaster(
                    before.lead().withLabels(before.lead().labels().withTransparency(Labels.Transparency.TRANSPARENT)));
            assertThat(AttendeeRules.decide(before, after, Set.of(BORIS))).isEmpty();
        }
    }

    @Nested
    class ACopy {

        private final EventSeries told = series(meeting(BORIS));

        /** R16. */
        @Test
        void keepsItsOwnTransparencyAndAnswerWhenOnlyTheTitleChanges() {
            var copy = told.withMaster(answered(
                    told.lead().withLabels(told.lead().labels().withTransparency(Labels.Transparency.TRANSPARENT)),
                    BORIS,
                    ParticipationStatus.ACCEPTED));
            var renamed = told.withMaster(told.lead()
                    .withDetails(told.lead().details().withTitle("Other"))
                    .withRevision(told.lead().revision().touched(NOW.plusSeconds(5))));
            var next = CopyRules.request(copy, renamed, Set.of(BORIS))
                    .orElseThrow()
                    .lead();
            assertThat(next.details().title()).isEqualTo("Other");
            assertThat(next.labels().transparency()).isEqualTo(Labels.Transparency.TRANSPARENT);
            assertThat(next.attendees().get(0).status()).isEqualTo(ParticipationStatus.ACCEPTED);
        }

        @Test
        void isNotChangedByAnOlderMessage() {
            var newer = told.withMaster(
                    told.lead().withRevision(told.lead().revision().withSequence(3)));
            assertThat(CopyRules.request(newer, told, Set.of(BORIS))).isEmpty();
        }

        @Test
        void isStruckByACancellationAndKept() {
            var struck = CopyRules.cancel(told, told).orElseThrow();
            assertThat(struck.lead().labels().status()).isEqualTo(Status.CANCELLED);
        }

        /** R3. */
        @Test
        void losesOneInstanceAndKeepsItsMasterWhenOneIsCancelled() {
            var copy = daily(BORIS);
            var decision = OrganizerRules.decide(copy, without(copy, 1)).get(0);
            var next = CopyRules.cancel(copy, decision.after()).orElseThrow();
            assertThat(Objects.requireNonNull(next.master()).labels().status()).isEqualTo(Status.CONFIRMED);
            assertThat(next.master().recurrence().excluded()).containsExactly(day(1));
        }

        /** R14: an answer from outside names the instance in UTC. */
        @Test
        void findsTheInstanceOfAnAnswerByItsMoment() {
            var copy = daily(BORIS);
            var utc = EventTime.utc(day(1).instant(ZoneOffset.UTC));
            var said = answered(copy.lead(), BORIS, ParticipationStatus.TENTATIVE)
                    .withRecurrence(Recurrence.NONE)
                    .withRecurrenceId(utc);
            var next = CopyRules.reply(copy, new EventSeries(copy.uid(), null, List.of(said)))
                    .orElseThrow();
            assertThat(next.overrides())
                    .singleElement()
                    .satisfies(o -> assertThat(o.attendees().get(0).status()).isEqualTo(ParticipationStatus.TENTATIVE));
            assertThat(next.lead().attendees().get(0).status()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
        }
    }
}
