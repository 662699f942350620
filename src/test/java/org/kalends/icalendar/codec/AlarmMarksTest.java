package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.AlarmRule;
import org.kalends.icalendar.Times;

/** What dismissing and putting off write into an object, and what they leave alone. */
class AlarmMarksTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:50:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T09:55:00Z");

    private static String alarm(String... lines) {
        return "BEGIN:VALARM\r\n" + String.join("\r\n", lines) + "\r\nEND:VALARM\r\n";
    }

    private static String event(String more) {
        return "BEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261201T100000Z\r\nDURATION:PT1H\r\n"
                + more + "END:VEVENT\r\n";
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static List<AlarmRule> rules(String text) {
        return AlarmRules.of(text).all();
    }

    private static final String SCREEN = alarm("ACTION:DISPLAY", "DESCRIPTION:x", "TRIGGER:-PT10M");
    private static final String MAIL = alarm("ACTION:EMAIL", "DESCRIPTION:x", "SUMMARY:x", "TRIGGER:-PT10M");

    @Test
    void dismissingSettlesWhatIsOnTheScreenAndNothingElse() {
        var text = calendar(event("X-OWN;A=\"b:c\":kept\r\n" + SCREEN + MAIL));
        var after = AlarmMarks.dismissed(text, null, NOW);
        assertThat(after)
                .isEqualTo(text.replace(SCREEN, SCREEN.replace("END", "ACKNOWLEDGED:20261201T095000Z\r\nEND")));
        assertThat(AlarmMarks.dismissed(after, null, LATER))
                .as("the later moment counts, once")
                .isEqualTo(after.replace("T095000Z", "T095500Z"));
    }

    @Test
    void ofTwoComponentsTheOneThatItIsAboutIsMarked() {
        var override = event("RECURRENCE-ID:20261202T100000Z\r\n" + SCREEN);
        var text = calendar(event("RRULE:FREQ=DAILY;COUNT=3\r\n" + SCREEN), override);
        var id = Times.parse("20261202T100000Z");
        var after = AlarmMarks.dismissed(text, id, NOW);
        assertThat(after).startsWith(text.substring(0, text.indexOf(override)));
        assertThat(after.indexOf("ACKNOWLEDGED")).isGreaterThan(text.indexOf(override));
        assertThat(AlarmMarks.dismissed(text, Times.parse("20261209T100000Z"), NOW))
                .isEqualTo(text);
    }

    @Test
    void puttingOffAddsAnAlarmThatNamesTheFirstAndDismissingItLeavesTheFirstAlone() {
        var text = calendar(event(SCREEN));
        var snooze = new AlarmMarks.Snooze(NOW, LATER);
        var after = AlarmMarks.snoozed(text, null, rules(text).get(0), snooze);
        assertThat(rules(after)).hasSize(2);
        assertThat(rules(after).get(0).settled(NOW)).isTrue();
        assertThat(rules(after).get(1).settled(LATER)).isFalse();
        var uid = after.replaceAll("(?s).*BEGIN:VALARM.*?\\r\\nUID:([^\\r]*)\\r\\nACKNOWLEDGED.*", "$1");
        assertThat(after).contains("RELATED-TO;RELTYPE=SNOOZE:" + uid + "\r\n");

        var again = AlarmMarks.snoozed(
                after, null, rules(after).get(1), new AlarmMarks.Snooze(LATER, LATER.plusSeconds(300)));
        assertThat(rules(again)).as("the one that went off is replaced").hasSize(2);
        assertThat(again).contains("RELATED-TO;RELTYPE=SNOOZE:" + uid + "\r\n").contains("DATE-TIME:20261201T100000Z");
        assertThat(rules(AlarmMarks.dismissed(again, null, Instant.parse("2026-12-01T10:00:00Z"))))
                .hasSize(1);
    }
}
