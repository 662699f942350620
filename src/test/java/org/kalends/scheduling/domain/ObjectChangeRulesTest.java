package org.kalends.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.scheduling.domain.Meetings.ANNA;
import static org.kalends.scheduling.domain.Meetings.BORIS;
import static org.kalends.scheduling.domain.Meetings.CLARA;
import static org.kalends.scheduling.domain.Meetings.answered;
import static org.kalends.scheduling.domain.Meetings.attendee;
import static org.kalends.scheduling.domain.Meetings.daily;
import static org.kalends.scheduling.domain.Meetings.day;
import static org.kalends.scheduling.domain.Meetings.instance;
import static org.kalends.scheduling.domain.Meetings.inviting;
import static org.kalends.scheduling.domain.Meetings.titled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;
import org.kalends.scheduling.domain.ObjectChangeRules.Violation;

class ObjectChangeRulesTest {

    private static final EventSeries MEETING = daily(BORIS, CLARA);
    private static final Set<CalendarAddress> SELF = Set.of(BORIS, new CalendarAddress("b@kalends.test"));

    /** RFC 6638, 3.2.2.1; R15: none of these but the answers makes a message. */
    static Stream<EventSeries> allowed() {
        var lead = MEETING.lead();
        var delegating = new ArrayList<>(
                answered(lead, BORIS, ParticipationStatus.DELEGATED).attendees());
        delegating.add(attendee(new CalendarAddress("dmitri@kalends.test")));
        return Stream.of(
                MEETING.withMaster(answered(lead, BORIS, ParticipationStatus.ACCEPTED)),
                MEETING.withMaster(answered(lead, CLARA, ParticipationStatus.ACCEPTED)), // seen later than by us
                MEETING.withMaster(lead.withAlarms(List.of(new Alarm(Duration.ofMinutes(5), Alarm.Channel.BROWSER)))),
                MEETING.withMaster(lead.withLabels(lead.labels().withTransparency(Transparency.TRANSPARENT))),
                MEETING.withMaster(titled(lead, " Planning  ")),
                MEETING.withMaster(lead.withAttendees(delegating)),
                Instances.exclude(MEETING, day(2)).orElseThrow(),
                Instances.with(MEETING, instance(MEETING, 2)),
                Instances.with(MEETING, answered(instance(MEETING, 2), BORIS, ParticipationStatus.DECLINED)));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void anAttendeeMayAnswerAndKeepWhatIsHisAlone(EventSeries after) {
        assertThat(ObjectChangeRules.check(MEETING, after, SELF)).isEmpty();
    }

    static Stream<EventSeries> refused() {
        var lead = MEETING.lead();
        return Stream.of(
                MEETING.withMaster(titled(lead, "Other")),
                MEETING.withMaster(lead.withTiming(Meetings.at(Meetings.TEN.plusHours(1)))),
                MEETING.withMaster(lead.withRecurrence(lead.recurrence().withRules(List.of("FREQ=DAILY;COUNT=9")))),
                MEETING.withMaster(inviting(lead, BORIS)),
                MEETING.withMaster(inviting(lead, CLARA)),
                MEETING.withMaster(inviting(lead, BORIS, CLARA, new CalendarAddress("dmitri@kalends.test"))),
                MEETING.withMaster(lead.withOrganizer(new Organizer(BORIS, "", null))),
                MEETING.withMaster(Meetings.cancelled(lead)),
                Instances.with(MEETING, titled(instance(MEETING, 2), "Other")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anAttendeeMayNotChangeWhatIsTheOrganizers(EventSeries after) {
        assertThat(ObjectChangeRules.check(MEETING, after, SELF))
                .contains(Violation.ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE);
    }

    @Test
    void anOrganizerMayChangeAllButHimself() {
        var lead = MEETING.lead();
        assertThat(ObjectChangeRules.check(MEETING, MEETING.withMaster(titled(lead, "Other")), Set.of(ANNA)))
                .isEmpty();
        var handedOver = MEETING.withMaster(lead.withOrganizer(new Organizer(BORIS, "", null)));
        assertThat(ObjectChangeRules.check(MEETING, handedOver, Set.of(ANNA)))
                .contains(Violation.ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE);
    }

    @Test
    void componentsNameOneOrganizerAndTheOwnerHasAPartInIt() {
        var two = Instances.with(MEETING, instance(MEETING, 1).withOrganizer(new Organizer(BORIS, "", null)));
        assertThat(ObjectChangeRules.check(null, two, Set.of(ANNA)))
                .contains(Violation.SAME_ORGANIZER_IN_ALL_COMPONENTS);
        assertThat(ObjectChangeRules.check(null, MEETING, Set.of(new CalendarAddress("x@kalends.test"))))
                .contains(Violation.VALID_ORGANIZER);
        assertThat(ObjectChangeRules.check(null, MEETING, SELF)).isEmpty();
        assertThat(Violation.ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE.element())
                .isEqualTo("allowed-attendee-scheduling-object-change");
    }

    /** R5, R6 and R15: an answer reaches the organizer alone and stands in the master; all else is told to nobody. */
    @Test
    void r5r6r15OnlyAnAnswerIsToldAndOnlyToTheOrganizer() {
        var accepted = MEETING.withMaster(answered(MEETING.lead(), BORIS, ParticipationStatus.ACCEPTED));
        var reply = AttendeeRules.decide(MEETING, accepted, SELF).orElseThrow();
        assertThat(reply.recipients()).containsExactly(ANNA);
        assertThat(reply.after().overrides()).isEmpty();
        var applied = CopyRules.reply(MEETING, reply.after()).orElseThrow();
        assertThat(applied.overrides()).isEmpty();
        var reminded = MEETING.withMaster(
                MEETING.lead().withAlarms(List.of(new Alarm(Duration.ofMinutes(5), Alarm.Channel.BROWSER))));
        assertThat(AttendeeRules.decide(MEETING, reminded, SELF)).isEmpty();
    }

    /** R16: alarms and transparency are each one's own, whatever the organizer sends. */
    @Test
    void r16TheOrganizersAlarmsNeverLandInACopy() {
        var loud = MEETING.withMaster(titled(MEETING.lead(), "New")
                .withAlarms(List.of(new Alarm(Duration.ofMinutes(5), Alarm.Channel.MAIL))));
        var view = Views.of(loud, Set.of(BORIS)).orElseThrow();
        assertThat(view.lead().alarms()).isEmpty();
        var own = new Alarm(Duration.ofMinutes(1), Alarm.Channel.BROWSER);
        var copy = MEETING.withMaster(MEETING.lead().withAlarms(List.of(own)));
        assertThat(CopyRules.request(copy, loud, Set.of(BORIS))
                        .orElseThrow()
                        .lead()
                        .alarms())
                .containsExactly(own);
    }
}
