package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Organizer;

class ForeignTextTest {

    private static final String FOREIGN =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Somebody//Else//EN
            X-WR-CALNAME:Mine
            BEGIN:VEVENT
            UID:a1
            DTSTAMP:20260101T000000Z
            DTSTART;TZID=Russian Standard Time:20260105T100000
            DURATION:PT1H30M
            SUMMARY;LANGUAGE=de:Besprechung\\, Montag
            X-VENDOR;X-P="a,b","c":kept; as, it is
            ORGANIZER;CN=Anna:mailto:Anna@Kalends.test
            ATTENDEE;MEMBER="mailto:a@x.test","mailto:b@x.test";PARTSTAT=TENTATIVE:mailto:boris@kalends.test
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT15M
            X-MOZ-SNOOZE:1
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void readsWhatOthersWrite() {
        var event = ICalendar.parse(FOREIGN).lead();
        assertThat(event.details().title()).isEqualTo("Besprechung, Montag");
        assertThat(event.timing().start().toString()).contains("Europe/Moscow");
        assertThat(event.timing().length(java.time.ZoneOffset.UTC)).isEqualTo(java.time.Duration.ofMinutes(90));
        assertThat(event.attendees().get(0).status()).isEqualTo(Attendee.ParticipationStatus.TENTATIVE);
        assertThat(event.alarms()).containsExactly(new Alarm(java.time.Duration.ofMinutes(15), Alarm.Channel.BROWSER));
    }

    @Test
    void anUpdateKeepsEveryLineItDoesNotUnderstandOrChange() {
        var series = ICalendar.parse(FOREIGN);
        var changed = series.withMaster(
                series.lead().withDetails(series.lead().details().withTitle("Neu; x\ny")));
        var text = ICalendar.update(FOREIGN, changed);
        assertThat(text)
                .contains("SUMMARY;LANGUAGE=de:Neu\\; x\\ny\r\n")
                .contains("X-VENDOR;X-P=\"a,b\",\"c\":kept; as, it is\n")
                .contains("X-WR-CALNAME:Mine\n")
                .contains("DURATION:PT1H30M\n")
                .contains("X-MOZ-SNOOZE:1\n");
        assertThat(text.replace("\r\n ", "")).contains("MEMBER=\"mailto:a@x.test\",\"mailto:b@x.test\"");
        assertThat(ICalendar.parse(text)).isEqualTo(changed);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        var series = ICalendar.parse(FOREIGN);
        assertThat(ICalendar.parse(ICalendar.write(series))).isEqualTo(series);
    }

    @Test
    void linesAreFoldedAt75OctetsAndNoValueBreaksOut() {
        var series = ICalendar.parse(FOREIGN);
        var evil = "Привет, мир".repeat(20) + "\r\nATTENDEE:mailto:evil@x.test";
        var text = ICalendar.write(series.withMaster(series.lead()
                .withDetails(new Details(evil, "", "", null))
                .withOrganizer(new Organizer(
                        Objects.requireNonNull(series.lead().organizer()).address(), "A\"\r\nB:;,", null))));
        assertThat(Arrays.stream(text.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var back = ICalendar.parse(text).lead();
        assertThat(back.attendees()).hasSize(1);
        assertThat(back.details().title()).isEqualTo(evil.replace("\r\n", "\n"));
    }

    @Test
    void zonesAreDescribedByRulesNotByLists() {
        var berlin = ICalendar.write(ICalendar.parse(FOREIGN.replace("Russian Standard Time", "Europe/Berlin")));
        assertThat(berlin)
                .contains("TZID:Europe/Berlin")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
                .doesNotContain("RDATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                "hello",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20269901\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101\nRRULE:FREQ=NEVER\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260102\nDTEND:20260101\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:\0\nDTSTART:20260102\nEND:VEVENT\nEND:VCALENDAR"
            })
    void refusesWhatIsNoEventAndSaysWhy(String text) {
        assertThatThrownBy(() -> ICalendar.parse(text))
                .isInstanceOf(InvalidCalendarData.class)
                .message()
                .isNotBlank();
    }

    @Test
    void cancelMessagesCarryTheirMethodAndNoAlarms() {
        var series = ICalendar.parse(FOREIGN);
        assertThat(ICalendar.message(Method.CANCEL, series))
                .contains("METHOD:CANCEL")
                .doesNotContain("VALARM");
        assertThat(List.of(Method.values())).hasSize(8);
    }
}
