package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.text.Texts;
import org.kalends.time.Interval;

/** Whatever is read, only {@link InvalidCalendarData} comes out of it, and what is taken can be written and expanded. */
class HostileTextTest {

    private static final Interval RANGE =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            ":",
            ";",
            ",",
            "\"",
            "=",
            "\0",
            "\\",
            "^",
            "-",
            "99999999999",
            "T",
            "Z",
            " ",
            "\t",
            "BEGIN:VEVENT\r\n",
            "END:VEVENT\r\n",
            "END:VCALENDAR\r\n",
            "FREQ=",
            "P",
            "/",
            "\uD800",
            "ß",
            "TZID=",
            "0");
    private static final String SAMPLE = Events.text(
                    "DTSTART;TZID=Custom:20260301T100000",
                    "DURATION:P1DT2H",
                    "RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1;UNTIL=20270101T000000Z",
                    "RDATE;VALUE=PERIOD:20260303T100000Z/PT1H",
                    "EXDATE;VALUE=DATE:20260327",
                    "SUMMARY;LANGUAGE=\"en\":Caf\u00e9\\, \\nwith",
                    "  a fold",
                    "ATTENDEE;CN=\"B ^'x^'\";PARTSTAT=ACCEPTED:mailto:b@x.test",
                    "SEQUENCE:3",
                    "BEGIN:VALARM",
                    "TRIGGER;RELATED=START:-PT15M",
                    "ACTION:DISPLAY",
                    "END:VALARM")
            .replace(
                    "BEGIN:VEVENT",
                    "BEGIN:VTIMEZONE\r\nTZID:Custom\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                            + "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                            + "BEGIN:VEVENT");

    @Property(tries = 3000)
    void mutationsAreReadOrRefused(@ForAll Random random) {
        var text = new StringBuilder(SAMPLE);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, random.nextBoolean() ? at : end, PIECES.get(random.nextInt(PIECES.size())));
        }
        try {
            var series = ICalendar.parse(text.toString());
            Expander.expand(series, RANGE, ZoneOffset.UTC);
            assertThat(ICalendar.update(text.toString(), series)).isEqualTo(text.toString());
            assertThat(ICalendar.parse(ICalendar.write(series))).isEqualTo(series);
        } catch (InvalidCalendarData refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void textOfAnyKindComesBackAsItWas(@ForAll String title, @ForAll String name) {
        var series = Events.series(Events.days("2026-12-01", 1));
        var organizer = new Organizer(new org.kalends.identity.CalendarAddress("a@x.test"), name, null);
        var written = ICalendar.write(series.withMaster(
                series.lead().withDetails(new Details(title, "", "", null)).withOrganizer(organizer)));
        var read = ICalendar.parse(written).lead();
        assertThat(read.details().title()).isEqualTo(Texts.printable(title));
        assertThat(read.organizer()).extracting(Organizer::name).isEqualTo(Texts.printable(name));
        assertThat(written.lines()).allMatch(l -> l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void tenThousandExclusionsAreReadAndExpandedSoon() {
        var dates = IntStream.range(0, 9_999)
                .mapToObj(i -> Times.text(new EventTime.Floating(
                        java.time.LocalDateTime.of(2000, 1, 1, 10, 0).plusDays(i))))
                .collect(Collectors.joining(","));
        var text = Events.text("DTSTART:20000101T100000", "RRULE:FREQ=DAILY", "EXDATE:" + dates);
        var started = System.nanoTime();
        assertThat(Expander.expand(ICalendar.parse(text), RANGE, ZoneOffset.UTC))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anOrdinaryEventIsReadAndExpandedWithinAMillisecond() {
        var text = ICalendar.write(
                Events.series(Events.hour("2024-01-02T10:00:00", Events.MOSCOW), "FREQ=WEEKLY;BYDAY=TU,TH"));
        var month = new Interval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
        var clock = ManagementFactory.getThreadMXBean();
        var best = Duration.ofDays(1);
        int found = 0;
        for (int lot = 0; lot < 20; lot++) { // the best lot: others pay for the compiler and for a busy machine
            long started = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < 100; i++)
                found += Expander.expand(ICalendar.parse(text), month, ZoneOffset.UTC)
                        .size();
            var each =
                    Duration.ofNanos(clock.getCurrentThreadCpuTime() - started).dividedBy(100);
            best = each.compareTo(best) < 0 ? each : best;
        }
        assertThat(found).isEqualTo(18_000);
        assertThat(best).isLessThan(Duration.ofMillis(1));
    }
}
