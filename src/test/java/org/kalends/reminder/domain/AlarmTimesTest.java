package org.kalends.reminder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.identity.CalendarAddress;
import org.kalends.reminder.domain.AlarmTimes.Reader;

class AlarmTimesTest {

    private static final Instant BEFORE = Instant.parse("2026-12-01T00:00:00Z");
    private static final Reader ANNA = new Reader(Set.of(new CalendarAddress("anna@kalends.test")), ZoneOffset.UTC);
    private static final String TEN = "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\n";

    private static String alarm(String lines) {
        return "BEGIN:VALARM\nACTION:DISPLAY\n" + lines + "\nEND:VALARM\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nUID:a\nDTSTAMP:20261101T000000Z\n" + String.join("", lines) + "END:VEVENT\n";
    }

    private static AlarmTimes times(Reader reader, String... events) {
        var text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t\n" + String.join("", events) + "END:VCALENDAR\n";
        return AlarmTimes.of(text.replace("\n", "\r\n"), reader);
    }

    private static AlarmTimes ten(String... lines) {
        return times(ANNA, event(TEN, String.join("", lines)));
    }

    private static void goesOff(AlarmTimes times, String... moments) {
        var after = BEFORE;
        for (var moment : moments) {
            assertThat(times.next(after)).contains(Instant.parse(moment));
            assertThat(times.at(Instant.parse(moment))).isNotEmpty();
            after = Instant.parse(moment);
        }
        assertThat(times.next(after)).isEmpty();
    }

    @Test
    void eachAlarmHasItsTimeOnce() {
        goesOff(
                ten(alarm("TRIGGER:-PT15M"), alarm("TRIGGER:-PT5M"), alarm("TRIGGER;RELATED=END:PT0S")),
                "2026-12-01T09:45:00Z",
                "2026-12-01T09:55:00Z",
                "2026-12-01T11:00:00Z");
    }

    @Test
    void anAlarmRepeatsAsOftenAsItSays() {
        goesOff(
                ten(alarm("TRIGGER:-PT15M\nREPEAT:2\nDURATION:PT5M")),
                "2026-12-01T09:45:00Z",
                "2026-12-01T09:50:00Z",
                "2026-12-01T09:55:00Z");
    }

    @Test
    void aMomentOfItsOwnIsKeptWhateverTheEvent() {
        goesOff(ten(alarm("TRIGGER;VALUE=DATE-TIME:20261201T073000Z")), "2026-12-01T07:30:00Z");
    }

    @Test
    void whatWasAcknowledgedGoesOffNoMoreAndWhatComesLaterDoes() {
        goesOff(
                ten(
                        alarm("TRIGGER:-PT15M\nACKNOWLEDGED:20261201T094501Z"),
                        alarm("TRIGGER;VALUE=DATE-TIME:20261201T095000Z\nRELATED-TO;RELTYPE=SNOOZE:x")),
                "2026-12-01T09:50:00Z");
    }

    @Test
    void whatIsCancelledOrDeclinedGoesOffNever() {
        goesOff(ten("STATUS:CANCELLED\n", alarm("TRIGGER:-PT15M")));
        goesOff(ten("ATTENDEE;PARTSTAT=DECLINED:mailto:anna@kalends.test\n", alarm("TRIGGER:-PT15M")));
        goesOff(
                ten("ATTENDEE;PARTSTAT=DECLINED:mailto:boris@kalends.test\n", alarm("TRIGGER:-PT15M")),
                "2026-12-01T09:45:00Z");
    }

    @Test
    void ofASeriesEachInstanceIsRemindedOfAndAnOverrideAsItSays() {
        var master = event(TEN, "RRULE:FREQ=DAILY;COUNT=3\n", alarm("TRIGGER:-PT15M"));
        var moved = event(
                "RECURRENCE-ID:20261202T100000Z\nDTSTART:20261202T120000Z\nDTEND:20261202T130000Z\n",
                alarm("TRIGGER:-PT30M"));
        goesOff(times(ANNA, master, moved), "2026-12-01T09:45:00Z", "2026-12-02T11:30:00Z", "2026-12-03T09:45:00Z");
    }

    @Test
    void whatComesOnceInAYearIsFound() {
        var times = ten("RRULE:FREQ=YEARLY\n", alarm("TRIGGER:-P1D"));
        assertThat(times.next(Instant.parse("2027-01-01T00:00:00Z"))).contains(Instant.parse("2027-11-30T10:00:00Z"));
    }

    @Test
    void aDayIsRemindedOfAtAnHourOfTheReaderAlsoOverAChangeOfClocks() {
        var berlin = new Reader(Set.of(), ZoneId.of("Europe/Berlin"));
        var day = event("DTSTART;VALUE=DATE:20261026\nDTEND;VALUE=DATE:20261027\n", alarm("TRIGGER:-P1DT15H"));
        assertThat(times(berlin, day).next(Instant.parse("2026-10-01T00:00:00Z")))
                .contains(Instant.parse("2026-10-24T07:00:00Z")); // nine in summer, before the clocks changed
    }

    @Test
    void whatIsOverMattersNoMoreUnlessTheAlarmStandsAfterTheEnd() {
        var times = ten(alarm("TRIGGER:-PT15M"), alarm("TRIGGER:PT2H"), alarm("TRIGGER;RELATED=END:PT5M"));
        var muchLater = Instant.parse("2026-12-01T20:00:00Z");
        assertThat(times.at(Instant.parse("2026-12-01T09:45:00Z"))).noneMatch(going -> going.matters(muchLater));
        assertThat(times.at(Instant.parse("2026-12-01T12:00:00Z"))).allMatch(going -> going.matters(muchLater));
        assertThat(times.at(Instant.parse("2026-12-01T11:05:00Z"))).allMatch(going -> going.matters(muchLater));
    }

    @Test
    void whatMakesNoSenseIsPassedOver() {
        goesOff(
                ten(
                        alarm("TRIGGER:soon"),
                        alarm("TRIGGER:-PT1M\nREPEAT:often\nDURATION:PT1M"),
                        "BEGIN:VALARM\nACTION:NONE\nTRIGGER:-PT9M\nEND:VALARM\n",
                        alarm("TRIGGER:-PT15M")),
                "2026-12-01T09:45:00Z");
    }

    @Test
    void itsProgramSaysHowItIsTold() {
        var times = ten("BEGIN:VALARM\nACTION:EMAIL\nTRIGGER:-PT15M\nEND:VALARM\n");
        assertThat(times.at(Instant.parse("2026-12-01T09:45:00Z")))
                .extracting(going -> going.alarm().channel())
                .containsExactly(Channel.MAIL);
    }
}
