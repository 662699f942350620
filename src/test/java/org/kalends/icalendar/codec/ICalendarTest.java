package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.Kind;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Attendee.Role;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.identity.CalendarAddress;

class ICalendarTest {

    private static final EventSeries FULL = full();

    private static EventSeries full() {
        var anna = new Organizer(
                new CalendarAddress("anna@kalends.test"),
                "Anna, \"the boss\"",
                new CalendarAddress("eva@kalends.test"));
        var boris = new Attendee(
                new CalendarAddress("boris@kalends.test"),
                "Борис",
                Kind.INDIVIDUAL,
                Role.OPTIONAL,
                ParticipationStatus.TENTATIVE,
                "Late; maybe\nvery",
                null,
                ScheduleParameters.NONE);
        var volga = new Attendee(
                new CalendarAddress("volga@kalends.test"),
                "",
                Kind.ROOM,
                Role.REQUIRED,
                ParticipationStatus.NEEDS_ACTION,
                null,
                null,
                ScheduleParameters.NONE);
        var zone = Events.MOSCOW;
        var master = new EventComponent(
                null,
                Events.hour("2026-12-01T10:00:00", zone),
                new Recurrence(
                        List.of("FREQ=WEEKLY;BYDAY=TU;COUNT=8"),
                        List.of(new EventTime.Zoned(LocalDateTime.parse("2026-12-03T10:00:00"), zone)),
                        List.of(new EventTime.Zoned(LocalDateTime.parse("2026-12-08T10:00:00"), zone))),
                new Details("План; недели, \\ x", "Line one\nline two", "Room Volga", "https://meet.test/a,b;c"),
                new Labels(
                        Labels.Status.TENTATIVE,
                        Labels.Classification.PRIVATE,
                        Labels.Transparency.TRANSPARENT,
                        List.of("team", "a,b"),
                        "navy"),
                anna,
                List.of(boris, volga),
                List.of(
                        new Alarm(Duration.ofMinutes(15), Alarm.Channel.MAIL),
                        new Alarm(Duration.ofMinutes(5), Alarm.Channel.MESSENGER),
                        new Alarm(Duration.ofDays(-1), Alarm.Channel.BROWSER)),
                Revision.first(Events.NOW).withSequence(3));
        var override = master.withRecurrenceId(new EventTime.Zoned(LocalDateTime.parse("2026-12-15T10:00:00"), zone))
                .withRecurrence(Recurrence.NONE)
                .withTiming(Events.hour("2026-12-15T12:00:00", ZoneId.of("America/New_York")));
        return new EventSeries(Events.UID, master, List.of(override));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(ICalendar.parse(ICalendar.write(FULL))).isEqualTo(FULL);
    }

    @Test
    void endsLinesWithCrLfAndFoldsThemAtSeventyFiveOctets() {
        var text = ICalendar.write(FULL);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n")).allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void leavesPrivateMattersOutOfMessages() {
        var text = ICalendar.message(Method.REQUEST, FULL);
        assertThat(text).contains("METHOD:REQUEST\r\n").doesNotContain("VALARM", "COMMENT");
        assertThat(ICalendar.method(text)).contains(Method.REQUEST);
    }

    @Test
    void tellsTheCommentOfAReply() {
        var master = FULL.lead().withAttendees(FULL.lead().attendees().subList(0, 1));
        var text = ICalendar.message(Method.REPLY, EventSeries.of(Events.UID, master));
        assertThat(text).contains("COMMENT:Late\\; maybe\\nvery\r\n", "REQUEST-STATUS:2.0;Success\r\n");
        assertThat(ICalendar.parse(text).lead().attendees().get(0).comment()).isEqualTo("Late; maybe\nvery");
    }

    @Test
    void letsNoValueBreakOutOfItsLine() {
        var evil = "x\r\nATTENDEE:mailto:evil@x.test\r\nEND:VEVENT";
        var master = FULL.lead()
                .withDetails(new Details(evil, evil, evil, "https://x.test/\r\nMETHOD:CANCEL"))
                .withLabels(new Labels(
                        Labels.Status.CONFIRMED,
                        Labels.Classification.PUBLIC,
                        Labels.Transparency.OPAQUE,
                        List.of(evil),
                        evil))
                .withAlarms(List.of())
                .withOrganizer(new Organizer(new CalendarAddress("a@b.test"), evil, null));
        var text = ICalendar.write(EventSeries.of(Events.UID, master));
        var lines = List.of(text.replace("\r\n ", "").split("\r\n"));
        assertThat(lines.stream().filter(l -> l.startsWith("ATTENDEE"))).hasSize(2);
        assertThat(lines.stream().filter(l -> l.startsWith("END:VEVENT"))).hasSize(1);
        assertThat(lines).noneMatch(l -> l.startsWith("METHOD"));
        assertThat(ICalendar.parse(text).lead().details().title()).isEqualTo(evil.replace("\r\n", "\n"));
    }

    @Test
    void toleratesCommonDamage() {
        var text = "\uFEFFbegin:vcalendar\nversion:2.0\n\nbegin:vevent\nuid:1\ndtstart;tzid=Russian Standard Time:"
                + "20261201T100000\nduration:PT30M\nsummary:Hi\n  there\nend:vevent\nend:vcalendar";
        var event = ICalendar.parse(text).lead();
        assertThat(event.timing().start().instant(ZoneId.of("UTC"))).isEqualTo("2026-12-01T07:00:00Z");
        assertThat(event.timing().length(Events.MOSCOW)).isEqualTo(Duration.ofMinutes(30));
        assertThat(event.details().title()).isEqualTo("Hi there");
        assertThat(ICalendar.update(text, ICalendar.parse(text))).isEqualTo(text);
    }

    @Test
    void namesWhatIsWrong() {
        refuses(Events.text("SUMMARY:x"), "DTSTART");
        refuses(Events.text("DTSTART:20261201T100000Z", "DTEND:20261201T090000Z"), "DTEND");
        refuses(Events.text("DTSTART:20261301T100000Z"), "DTSTART");
        refuses(Events.text("DTSTART;TZID=Nowhere:20261201T100000"), "TZID");
        refuses(Events.text("DTSTART:20261201T100000Z", "RRULE:FREQ=NEVER"), "FREQ");
        refuses(Events.text("DTSTART:20261201T100000Z", "garbage"), "line 8");
        refuses(Events.text("DTSTART:20261201T100000Z").replace("UID:1\r\n", ""), "UID");
        refuses(Events.text("DTSTART:20261201T100000Z", "SUMMARY:\0"), "NUL");
        refuses("", "VCALENDAR");
    }

    private static void refuses(String text, String named) {
        assertThatThrownBy(() -> ICalendar.parse(text))
                .isInstanceOf(InvalidCalendarData.class)
                .hasMessageContaining(named);
    }
}
