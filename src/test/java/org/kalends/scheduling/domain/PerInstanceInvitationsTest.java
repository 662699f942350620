package org.kalends.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kalends.scheduling.domain.Meetings.ANNA;
import static org.kalends.scheduling.domain.Meetings.BORIS;
import static org.kalends.scheduling.domain.Meetings.CLARA;
import static org.kalends.scheduling.domain.Meetings.cancelled;
import static org.kalends.scheduling.domain.Meetings.daily;
import static org.kalends.scheduling.domain.Meetings.day;
import static org.kalends.scheduling.domain.Meetings.instance;
import static org.kalends.scheduling.domain.Meetings.inviting;
import static org.kalends.scheduling.domain.Meetings.revised;
import static org.kalends.scheduling.domain.Meetings.titled;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/** The organizer's decision table for single instances (RFC 5546, 3.2.2 and 3.2.5). */
class PerInstanceInvitationsTest {

    private static final EventSeries BOTH = daily(BORIS, CLARA);

    private static EventSeries with(EventSeries series, EventComponent override) {
        return Instances.with(series, override);
    }

    @Test
    void whoIsTakenOutOfOneInstanceGetsItsCancellationAloneAndTheOthersTheirView() {
        var after = with(BOTH, inviting(instance(BOTH, 2), BORIS));
        assertThat(OrganizerRules.decide(BOTH, after))
                .extracting(Decision::method, Decision::recipients)
                .containsExactly(tuple(Method.CANCEL, Set.of(CLARA)), tuple(Method.REQUEST, Set.of(BORIS)));
        var cancel = OrganizerRules.decide(BOTH, after).get(0).after();
        assertThat(cancel.master()).isNull();
        assertThat(cancel.overrides()).extracting(EventComponent::recurrenceId).containsExactly(day(2));
    }

    @Test
    void whoIsInOneInstanceOnlySeesThatOne() {
        var before = daily(BORIS);
        var after = with(before, inviting(instance(before, 2), BORIS, CLARA));
        assertThat(OrganizerRules.decide(before, after))
                .anySatisfy(decision -> assertThat(decision.recipients()).contains(CLARA));
        var view = Views.of(after, Set.of(CLARA)).orElseThrow();
        assertThat(view.master()).isNull();
        assertThat(view.overrides()).hasSize(1);
    }

    @Test
    void aSeriesIsSeenWithoutTheInstancesThatGoOnWithoutTheReader() {
        var after = with(BOTH, inviting(instance(BOTH, 2), BORIS));
        var view = Views.of(after, Set.of(CLARA)).orElseThrow();
        assertThat(view.overrides()).isEmpty();
        assertThat(view.lead().recurrence().excluded()).containsExactly(day(2));
    }

    /** R3, outbound: STATUS:CANCELLED of an override is told for that instance and never for the series. */
    @Test
    void r3ACancelledOverrideIsToldAsTheCancellationOfItsInstance() {
        var after = with(BOTH, cancelled(instance(BOTH, 1)));
        assertThat(OrganizerRules.decide(BOTH, after)).singleElement().satisfies(decision -> {
            assertThat(decision.method()).isEqualTo(Method.CANCEL);
            assertThat(decision.after().master()).isNull();
            assertThat(decision.recipients()).containsExactlyInAnyOrder(BORIS, CLARA);
        });
    }

    /** R3, inbound. */
    @Test
    void r3TheCancellationOfAnInstanceNeverReachesTheMaster() {
        var told = OrganizerRules.decide(BOTH, with(BOTH, cancelled(instance(BOTH, 1))))
                .get(0);
        var copy = CopyRules.cancel(BOTH, told.after()).orElseThrow();
        assertThat(copy.lead().labels().status()).isEqualTo(Status.CONFIRMED);
        assertThat(copy.lead().recurrence().excluded()).containsExactly(day(1));
    }

    /** R4: a message that holds an override alone. */
    @Test
    void r4AnOverrideAloneIsMergedIntoTheSeries() {
        var told = new EventSeries(BOTH.uid(), null, List.of(titled(instance(BOTH, 3), "Elsewhere")));
        var copy = CopyRules.request(BOTH, told, Set.of(BORIS)).orElseThrow();
        assertThat(copy.master()).isEqualTo(BOTH.master());
        assertThat(copy.overrides())
                .singleElement()
                .satisfies(o -> assertThat(o.details().title()).isEqualTo("Elsewhere"));
    }

    @Test
    void anOlderWordAboutAnInstanceChangesNothing() {
        var copy = with(BOTH, revised(titled(instance(BOTH, 3), "Newer"), 4));
        var told = new EventSeries(BOTH.uid(), null, List.of(titled(instance(BOTH, 3), "Older")));
        assertThat(CopyRules.request(copy, told, Set.of(BORIS))).contains(copy);
    }

    @Test
    void anotherOrganizersWordAboutTheSameUidIsIgnored() {
        var forged = BOTH.withMaster(
                revised(BOTH.lead(), 9).withOrganizer(new Organizer(new CalendarAddress("mallory@x.test"), "", null)));
        assertThat(CopyRules.request(BOTH, forged, Set.of(BORIS))).isEmpty();
    }

    @Test
    void aCancellationThatComesAfterANewInvitationIsTooLate() {
        var again =
                BOTH.withMaster(BOTH.lead().withRevision(BOTH.lead().revision().touched(Meetings.NOW.plusSeconds(60))));
        assertThat(CopyRules.outdated(again, BOTH, Meetings.NOW)).isTrue();
        assertThat(CopyRules.outdated(again, BOTH, Meetings.NOW.plusSeconds(90)))
                .isFalse();
    }

    @Test
    void addMakesOneInstanceMore() {
        var extra = EventSeries.of(
                BOTH.uid(),
                titled(BOTH.lead(), "Extra")
                        .withRecurrence(org.kalends.icalendar.Recurrence.NONE)
                        .withTiming(Meetings.at(Meetings.TEN.plusDays(9))));
        var copy = CopyRules.add(BOTH, extra, Set.of(BORIS)).orElseThrow();
        assertThat(instance(copy, 9).details().title()).isEqualTo("Extra");
        assertThat(instance(copy, 1).details().title()).isEqualTo("Planning");
    }

    @Test
    void aDeclinedCounterTakesTheProposalBackAndNothingElse() {
        var proposing = BOTH.withMaster(BOTH.lead()
                .withAttendees(BOTH.lead().attendees().stream()
                        .map(a -> a.address().equals(BORIS) ? a.proposing(Meetings.at(Meetings.TEN.plusHours(2))) : a)
                        .toList()));
        assertThat(CopyRules.counterDeclined(proposing, Set.of(BORIS))).isEqualTo(BOTH);
    }

    /** R7: the organizer among the invited by his own address is told nothing. */
    @Test
    void r7TheOrganizerIsNotInvitedToHisOwnMeeting() {
        assertThat(Views.invited(daily(ANNA, BORIS))).containsExactly(BORIS);
    }
}
