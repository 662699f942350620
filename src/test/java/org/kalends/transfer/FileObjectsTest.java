package org.kalends.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.problem.CalendarException;
import org.kalends.transfer.domain.FileObjects;

class FileObjectsTest {

    @TempDir
    Path directory;

    private FileObjects open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private FileObjects open(byte[] octets) throws IOException {
        var file = directory.resolve("file.ics");
        Files.write(file, octets);
        return FileObjects.open(file, 100);
    }

    @Test
    void putsTogetherWhatStandsApartAndTakesTheZonesThatAreNamed() throws IOException {
        try (var file = open(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=X Zone:20260101T100000\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nUID:b\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;TZID=\"X Zone\":20260108T100000\nEND:VEVENT\n"
                        + "BEGIN:VTIMEZONE\nTZID:X Zone\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:Y\nEND:VTIMEZONE\nEND:VCALENDAR\n")) {
            assertThat(file.all()).extracting(FileObjects.Found::uid).containsExactly("a", "b");
            assertThat(file.text(file.all().get(0)))
                    .contains("TZID:X Zone\n", "RECURRENCE-ID", "DTSTART")
                    .doesNotContain("UID:b", "TZID:Y")
                    .endsWith("END:VEVENT\nEND:VCALENDAR\r\n");
        }
    }

    @Test
    void takesTheLastOfDoublesOfOneInstance() throws IOException {
        try (var file = open("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:first\nEND:VEVENT\n"
                + "BEGIN:VEVENT\nUI\n D:a\nSUMMARY:second\nEND:VEVENT\nEND:VCALENDAR\n")) {
            assertThat(file.text(file.all().get(0))).contains("second").doesNotContain("first");
        }
    }

    @Test
    void zonesOfOneNameAreThoseOfTheirOwnCalendar() throws IOException {
        try (var file = open("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\nX-A:1\nEND:VTIMEZONE\n"
                + "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Z:20260101T100000\nEND:VEVENT\nEND:VCALENDAR\n"
                + "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\nX-A:2\nEND:VTIMEZONE\n"
                + "BEGIN:VEVENT\nUID:b\nDTSTART;TZID=Z:20260101T100000\nEND:VEVENT\nEND:VCALENDAR\n")) {
            assertThat(file.text(file.all().get(0))).contains("X-A:1").doesNotContain("X-A:2");
            assertThat(file.text(file.all().get(1))).contains("X-A:2").doesNotContain("X-A:1");
        }
    }

    @Test
    void givesAUidThatComesAgainWithTheSameFile() throws IOException {
        var first = withoutUid("20260101T000000Z", "Lunch");
        assertThat(first)
                .contains("\nUID:")
                .isEqualTo(withoutUid("20260202T000000Z", "Lunch").replace("20260202T", "20260101T"));
        assertThat(withoutUid("20260101T000000Z", "Dinner").lines().filter(line -> line.startsWith("UID")))
                .doesNotContainAnyElementsOf(
                        first.lines().filter(line -> line.startsWith("UID")).toList());
    }

    private String withoutUid(String stamp, String summary) throws IOException {
        try (var file = open("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTAMP:" + stamp + "\nSUMMARY:" + summary
                + "\nEND:VEVENT\nEND:VCALENDAR\n")) {
            return file.text(file.all().get(0));
        }
    }

    @Test
    void anObjectThatIsNotUtf8SpoilsNoOther() throws IOException {
        var text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:\u00e9\nEND:VEVENT\n"
                + "BEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n";
        try (var file = open(text.getBytes(StandardCharsets.ISO_8859_1))) {
            assertThatThrownBy(() -> file.text(file.all().get(0))).isInstanceOf(InvalidCalendarData.class);
            assertThat(file.text(file.all().get(1))).contains("UID:b");
        }
    }

    @Test
    void refusesWhatIsNoCalendarAndWhatHoldsTooMuch() {
        assertThatThrownBy(() -> open("<html>")).isInstanceOf(CalendarException.class);
        assertThatThrownBy(() -> open("")).isInstanceOf(CalendarException.class);
        var many = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(101) + "END:VCALENDAR\n";
        assertThatThrownBy(() -> open(many))
                .isInstanceOf(CalendarException.class)
                .hasMessageContaining("100");
    }

    @Test
    void aFileThatBreaksOffKeepsWhatWasWhole() throws IOException {
        try (var file =
                open("\uFEFFBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMM")) {
            assertThat(file.all()).extracting(FileObjects.Found::uid).containsExactly("a", "b");
            assertThat(file.text(file.all().get(0))).contains("UID:a\r\nEND:VEVENT\r\n");
        }
    }
}
