package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/** ical4j's own objects as a second opinion: whatever we write it reads, and means the same by it. */
class Ical4jReferenceTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Moscow"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneOffset.UTC);
    private static final Interval YEAR =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

    /** What people write, and what breaks codecs; without backslashes, see {@link #readsABackslashBeforeALineBreakWrong}. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aZ 09;:,\"'^=\n\u00df\u0434\u0416\u4e2d-")
                .ofMaxLength(120)
                .map(t -> t.strip().replaceAll("\\n+", "\n"));
    }

    @Property(tries = 500)
    void textsMeanTheSame(@ForAll("texts") String title, @ForAll("texts") String description) {
        var read = read(Events.component(Events.days("2026-12-01", 1))
                .withDetails(new Details(title, description, title, null)));
        assertThat(value(read, "SUMMARY")).isEqualTo(title);
        assertThat(value(read, "DESCRIPTION")).isEqualTo(description);
        assertThat(value(read, "LOCATION")).isEqualTo(title);
    }

    /** Between letters, as it takes quotation marks off both ends; without carets, which it reads twice (RFC 6868). */
    @Property(tries = 500)
    void peopleMeanTheSame(@ForAll("texts") String name, @ForAll ParticipationStatus status) {
        var clean = "A" + name.replace("^", "") + "B";
        var anna = new CalendarAddress("anna@kalends.test");
        var read = read(Events.component(Events.days("2026-12-01", 1))
                .withOrganizer(new Organizer(anna, clean, null))
                .withAttendees(List.of(new Attendee(
                        new CalendarAddress("boris@kalends.test"),
                        clean,
                        Attendee.Kind.INDIVIDUAL,
                        Attendee.Role.OPTIONAL,
                        status,
                        null,
                        null,
                        ScheduleParameters.NONE))));
        var attendee = read.getProperty("ATTENDEE").orElseThrow();
        assertThat(attendee.getValue()).isEqualTo("mailto:boris@kalends.test");
        assertThat(attendee.getParameter("PARTSTAT").map(p -> p.getValue()).orElse("NEEDS-ACTION"))
                .isEqualTo(status.token());
        assertThat(attendee.getParameter("CN").map(p -> p.getValue()).orElse(""))
                .isEqualTo(clean);
        assertThat(value(read, "ORGANIZER")).isEqualTo("mailto:anna@kalends.test");
    }

    @Property(tries = 200)
    void seriesMeanTheSame(
            @ForAll @IntRange(min = 0, max = 3) int zone,
            @ForAll @IntRange(min = 1, max = 300) int day,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 1, max = 3) int interval) {
        var first = java.time.LocalDate.of(2026, 1, 1).plusDays(day);
        var weekday = first.getDayOfWeek().name().substring(0, 2);
        var rule = List.of(
                                "FREQ=DAILY;COUNT=20",
                                "FREQ=WEEKLY;BYDAY=" + weekday,
                                "FREQ=MONTHLY;BYMONTHDAY=" + first.getDayOfMonth(),
                                "FREQ=DAILY;UNTIL=20261120T000000Z")
                        .get(kind)
                + ";INTERVAL=" + interval;
        var excluded = new EventTime.Zoned(first.atTime(10, 30).plusDays(7L * interval), ZONES.get(zone));
        var component = Events.component(Events.hour(first + "T10:30:00", ZONES.get(zone)))
                .withRecurrence(Recurrence.NONE.withRules(List.of(rule)).withExcluded(List.of(excluded)));
        assertThat(theirStarts(component)).as(rule + " from " + first).isEqualTo(starts(component));
    }

    @Test
    void readsABackslashBeforeALineBreakWrong() {
        var read =
                read(Events.component(Events.days("2026-12-01", 1)).withDetails(new Details("a\\\nb", "", "", null)));
        assertThat(value(read, "SUMMARY")).isEqualTo("a\\\\nb");
    }

    private static List<Instant> starts(EventComponent component) {
        return Expander.expand(Events.series(component), YEAR, ZoneOffset.UTC).stream()
                .map(i -> i.period().start())
                .toList();
    }

    private static List<Instant> theirStarts(EventComponent component) {
        var range = new Period<Temporal>(
                YEAR.start().atZone(ZoneOffset.UTC), YEAR.end().atZone(ZoneOffset.UTC));
        return read(component).<ZonedDateTime>calculateRecurrenceSet(range).stream()
                .map(p -> Instant.from(p.getStart()))
                .sorted()
                .toList();
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).map(p -> p.getValue()).orElse("");
    }

    private static VEvent read(EventComponent component) {
        var text = ICalendar.write(Events.series(component));
        try {
            return new CalendarBuilder()
                    .build(new StringReader(text))
                    .<VEvent>getComponent("VEVENT")
                    .orElseThrow();
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }
}
