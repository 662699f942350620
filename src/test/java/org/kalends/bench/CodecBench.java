package org.kalends.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.time.Interval;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The iCalendar codec and the expansion of a weekly series with twenty attendees. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBench {

    private static final Interval TWO_YEARS =
            new Interval(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2028-12-01T00:00:00Z"));

    private final String text = text();
    private final EventSeries series = ICalendar.parse(text);

    private static String text() {
        var lines = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench\r\nBEGIN:VEVENT\r\n");
        lines.append(
                "UID:bench\r\nDTSTAMP:20261124T000000Z\r\nSUMMARY:Weekly\r\nDTSTART;TZID=Europe/Berlin:20261201T100000\r\n");
        lines.append("DTEND;TZID=Europe/Berlin:20261201T110000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH\r\n");
        lines.append("ORGANIZER;CN=Anna:mailto:anna@kalends.test\r\n");
        for (int i = 0; i < 20; i++) {
            lines.append("ATTENDEE;CN=P")
                    .append(i)
                    .append(";PARTSTAT=NEEDS-ACTION:mailto:p")
                    .append(i);
            lines.append("@kalends.test\r\n");
        }
        return lines.append("END:VEVENT\r\nEND:VCALENDAR\r\n").toString();
    }

    @Benchmark
    public EventSeries read() {
        return ICalendar.parse(text);
    }

    @Benchmark
    public String write() {
        return ICalendar.write(series);
    }

    @Benchmark
    public List<Instance> twoYearsOfInstances() {
        return Expander.expand(series, TWO_YEARS, ZoneOffset.UTC);
    }

    /** The physical limit for the line above: the same days by plain java.time. */
    @Benchmark
    public int twoYearsOfPlainDays() {
        int count = 0;
        var berlin = ZoneId.of("Europe/Berlin");
        for (var at = LocalDateTime.of(2026, 12, 1, 10, 0); at.getYear() < 2028 || at.getMonthValue() < 12; ) {
            if (TWO_YEARS.start().isBefore(at.atZone(berlin).toInstant())) count++;
            at = at.plusDays(count % 2 == 0 ? 5 : 2);
        }
        return count;
    }
}
