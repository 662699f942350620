package org.kalends.event.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.icalendar.Events.MOSCOW;
import static org.kalends.icalendar.Events.hour;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.kalends.event.Scope;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/** What becomes of a series of Tuesdays, one of them left out, one renamed, one moved alone, when all of it changes. */
class SeriesEditTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Uid NEW = new Uid("later@kalends.test");
    private static final Interval RANGE =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));

    /** 6, 13 (renamed), 20 (at 15:00), 27 October, 3 (left out), 10 November; New York's summer time ends on the 1st. */
    private static final EventSeries TUESDAYS = tuesdays();

    private static EventSeries tuesdays() {
        var series = Events.series(hour("2026-10-06T10:00:00", MOSCOW), "FREQ=WEEKLY;BYDAY=TU;COUNT=6");
        var renamed = changed(series, "2026-10-13T07:00:00Z", c -> named(c, "Other"));
        var moved = changed(renamed, "2026-10-20T07:00:00Z", c -> c.withTiming(hour("2026-10-20T15:00:00", MOSCOW)));
        return Instances.exclude(moved, EventTime.utc(Instant.parse("2026-11-03T07:00:00Z")))
                .orElseThrow();
    }

    private static EventSeries changed(EventSeries series, String instance, UnaryOperator<EventComponent> edit) {
        var found = Instances.find(series, Instant.parse(instance)).orElseThrow();
        return Instances.with(series, edit.apply(Instances.override(found)));
    }

    private static EventComponent named(EventComponent component, String title) {
        return component.withDetails(component.details().withTitle(title));
    }

    private static SeriesEdit.Part all(String instance, UnaryOperator<EventComponent> edit) {
        return edit(Scope.ALL, instance, edit).past();
    }

    private static SeriesEdit edit(Scope scope, String instance, UnaryOperator<EventComponent> edit) {
        var found = Instances.find(TUESDAYS, Instant.parse(instance)).orElseThrow();
        return SeriesEdit.of(TUESDAYS, scope, found, edit, NEW);
    }

    private static UnaryOperator<EventComponent> at(Timing timing) {
        return component -> component.withTiming(timing);
    }

    private static List<String> shown(EventSeries series) {
        return Expander.expand(series, RANGE, ZoneOffset.UTC).stream()
                .map(i -> i.component().details().title() + " "
                        + i.timing().start().local())
                .toList();
    }

    @Test
    void anotherHourReachesAllButTheOneThatHadAnHourOfItsOwn() {
        var after = all("2026-10-27T07:00:00Z", at(hour("2026-10-27T12:00:00", MOSCOW)))
                .after();
        assertThat(shown(after))
                .containsExactly(
                        "Planning 2026-10-06T12:00",
                        "Other 2026-10-13T12:00",
                        "Planning 2026-10-20T15:00",
                        "Planning 2026-10-27T12:00",
                        "Planning 2026-11-10T12:00");
    }

    @Test
    void anotherDayOfTheWeekTakesRuleExclusionsAndExceptionsAlong() {
        var after = all("2026-10-27T07:00:00Z", at(hour("2026-10-28T10:00:00", MOSCOW)))
                .after();
        assertThat(after.lead().recurrence().rules()).containsExactly("FREQ=WEEKLY;BYDAY=WE;COUNT=6");
        assertThat(shown(after))
                .containsExactly(
                        "Planning 2026-10-07T10:00",
                        "Other 2026-10-14T10:00",
                        "Planning 2026-10-20T15:00",
                        "Planning 2026-10-28T10:00",
                        "Planning 2026-11-11T10:00");
    }

    @Test
    void anotherLengthReachesThoseThatWereOnlyRenamed() {
        var longer = new Timing(
                hour("2026-10-27T10:00:00", MOSCOW).start(),
                hour("2026-10-27T11:00:00", MOSCOW).end());
        var after = all("2026-10-27T07:00:00Z", at(longer)).after();
        assertThat(Expander.expand(after, RANGE, ZoneOffset.UTC))
                .extracting(i -> i.timing().length(ZoneOffset.UTC).toHours())
                .containsExactly(2L, 2L, 1L, 2L, 2L);
    }

    @Test
    void anotherZoneKeepsTheHourOnBothSidesOfItsSummerTime() {
        var after = all("2026-10-27T07:00:00Z", at(hour("2026-10-27T10:00:00", NEW_YORK)))
                .after();
        assertThat(Expander.expand(after, RANGE, ZoneOffset.UTC))
                .extracting(i -> i.period().start().toString())
                .containsExactly(
                        "2026-10-06T14:00:00Z",
                        "2026-10-13T14:00:00Z",
                        "2026-10-20T12:00:00Z",
                        "2026-10-27T14:00:00Z",
                        "2026-11-10T15:00:00Z");
    }

    @Test
    void wholeDaysAndBackAgainLoseNothingButTheHourThatOneHadAlone() {
        var day = all("2026-10-27T07:00:00Z", at(Events.days("2026-10-27", 1))).after();
        assertThat(day.stream()).allMatch(c -> c.timing().allDay());
        assertThat(shown(day))
                .containsExactly(
                        "Planning 2026-10-06T00:00",
                        "Other 2026-10-13T00:00",
                        "Planning 2026-10-20T00:00",
                        "Planning 2026-10-27T00:00",
                        "Planning 2026-11-10T00:00");
        var found = Instances.find(day, Instant.parse("2026-10-27T00:00:00Z")).orElseThrow();
        var again = SeriesEdit.of(day, Scope.ALL, found, at(hour("2026-10-27T10:00:00", MOSCOW)), NEW)
                .past()
                .after();
        assertThat(shown(again))
                .containsExactly(
                        "Planning 2026-10-06T10:00",
                        "Other 2026-10-13T10:00",
                        "Planning 2026-10-20T10:00",
                        "Planning 2026-10-27T10:00",
                        "Planning 2026-11-10T10:00");
    }

    @Test
    void wholeDaysFromAnInstanceWithAnHourOfItsOwnStartOnTheSameDays() {
        var day = all("2026-10-20T07:00:00Z", at(Events.days("2026-10-20", 1))).after();
        assertThat(day.lead().timing()).isEqualTo(Events.days("2026-10-06", 1));
    }

    @Test
    void anInstanceOfItsOwnLengthMovesAllAndLengthensNone() {
        var series = changed(
                TUESDAYS,
                "2026-10-20T07:00:00Z",
                c -> c.withTiming(new Timing(
                        c.timing().start(), hour("2026-10-20T18:00:00", MOSCOW).end())));
        var found =
                Instances.find(series, Instant.parse("2026-10-20T07:00:00Z")).orElseThrow();
        var hourLater = new Timing(
                hour("2026-10-20T16:00:00", MOSCOW).start(),
                hour("2026-10-20T19:00:00", MOSCOW).end());
        var after = SeriesEdit.of(series, Scope.ALL, found, at(hourLater), NEW)
                .past()
                .after();
        assertThat(after.lead().timing()).isEqualTo(hour("2026-10-06T11:00:00", MOSCOW));
    }

    @Test
    void aTitleForAllReachesExceptionsThatHadNoneOfTheirOwn() {
        var after = all("2026-10-27T07:00:00Z", c -> named(c, "Retrospective")).after();
        assertThat(shown(after))
                .containsExactly(
                        "Retrospective 2026-10-06T10:00",
                        "Other 2026-10-13T10:00",
                        "Retrospective 2026-10-20T15:00",
                        "Retrospective 2026-10-27T10:00",
                        "Retrospective 2026-11-10T10:00");
    }

    @Test
    void aTitleGivenAtAnExceptionShowsThereToo() {
        var after = all("2026-10-13T07:00:00Z", c -> named(c, "Retrospective")).after();
        assertThat(after.stream()).extracting(c -> c.details().title()).containsOnly("Retrospective");
    }

    @Test
    void whoIsInvitedToAllIsInvitedToExceptionsByTheSameOrganizer() {
        var organizer = new Organizer(new CalendarAddress("anna@kalends.test"), "Anna", null);
        var after = all("2026-10-27T07:00:00Z", c -> c.withOrganizer(organizer).withAttendees(List.of(boris())))
                .after();
        assertThat(after.stream()).allSatisfy(component -> {
            assertThat(component.organizer()).isEqualTo(organizer);
            assertThat(component.attendees()).containsExactly(boris());
        });
    }

    private static Attendee boris() {
        return new Attendee(
                new CalendarAddress("boris@kalends.test"),
                "Boris",
                Attendee.Kind.INDIVIDUAL,
                Attendee.Role.REQUIRED,
                ParticipationStatus.ACCEPTED,
                null,
                null,
                ScheduleParameters.NONE);
    }

    @Test
    void thisAndFollowingMoveByAsMuchAsTheOneWithItsOwnHour() {
        var edit = edit(Scope.FOLLOWING, "2026-10-20T07:00:00Z", at(hour("2026-10-20T16:00:00", MOSCOW)));
        assertThat(shown(edit.past().after())).containsExactly("Planning 2026-10-06T10:00", "Other 2026-10-13T10:00");
        assertThat(shown(Objects.requireNonNull(edit.future()).after()))
                .containsExactly("Planning 2026-10-20T16:00", "Planning 2026-10-27T11:00", "Planning 2026-11-10T11:00");
    }

    @Test
    void aMovedSeriesIsAskedAnewButWhereTheHourStayed() {
        var asked = all("2026-10-27T07:00:00Z", c -> c.withAttendees(List.of(boris())))
                .after();
        var found = Instances.find(asked, Instant.parse("2026-10-27T07:00:00Z")).orElseThrow();
        var part = SeriesEdit.of(asked, Scope.ALL, found, at(hour("2026-10-28T10:00:00", MOSCOW)), NEW)
                .past();
        var after = OrganizerRevision.apply(
                part.before(), part.after(), part.shift(), Events.NOW.plus(Duration.ofHours(1)));
        assertThat(after.stream())
                .allSatisfy(c -> assertThat(c.revision().sequence()).isEqualTo(1));
        assertThat(after.stream().map(c -> c.attendees().get(0).status()))
                .containsExactly(
                        ParticipationStatus.NEEDS_ACTION,
                        ParticipationStatus.NEEDS_ACTION,
                        ParticipationStatus.ACCEPTED);
    }

    @Test
    void linesThatWeDoNotKnowStayWithTheInstanceTheyWereWrittenFor() {
        var stored = ICalendar.write(TUESDAYS).replace("SUMMARY:Other", "SUMMARY:Other\r\nX-FOREIGN:kept");
        var part = all("2026-10-27T07:00:00Z", at(hour("2026-10-28T10:00:00", MOSCOW)));
        var text = ICalendar.update(stored, part.after(), part.shift());
        assertThat(text).contains("X-FOREIGN:kept");
        assertThat(ICalendar.parse(text)).isEqualTo(part.after());
    }

    @Test
    void theSecondTuesdayThatBecomesAWednesdayKeepsWhatWasLeftOut() {
        var series = Events.series(hour("2026-12-01T10:00:00", MOSCOW), "FREQ=MONTHLY;BYDAY=1TU");
        var left = Instances.exclude(series, EventTime.utc(Instant.parse("2027-12-07T07:00:00Z")))
                .orElseThrow();
        var found = Instances.find(left, Instant.parse("2026-12-01T07:00:00Z")).orElseThrow();
        var after = SeriesEdit.of(left, Scope.ALL, found, at(hour("2026-12-02T10:00:00", MOSCOW)), NEW)
                .past()
                .after();
        assertThat(after.lead().recurrence().rules()).containsExactly("FREQ=MONTHLY;BYDAY=1WE");
        var wednesday = new EventTime.Zoned(LocalDateTime.parse("2027-12-01T10:00:00"), MOSCOW);
        assertThat(after.lead().recurrence().excluded()).containsExactly(wednesday);
        assertThat(shown(after)).doesNotContain("Planning " + LocalDate.parse("2027-12-01") + "T10:00");
    }
}
