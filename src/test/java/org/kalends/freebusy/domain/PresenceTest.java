package org.kalends.freebusy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Availability;
import org.kalends.icalendar.Availability.BusyType;
import org.kalends.icalendar.codec.AvailabilityReader;
import org.kalends.time.Interval;

/** What several availabilities say together (RFC 7953, 4). */
class PresenceTest {

    private static final Instant MONDAY = Instant.parse("2029-01-01T00:00:00Z");
    private static final Interval DAY = new Interval(MONDAY, MONDAY.plus(Duration.ofHours(24)));

    private static Interval hours(int from, int to) {
        return new Interval(MONDAY.plus(Duration.ofHours(from)), MONDAY.plus(Duration.ofHours(to)));
    }

    private static String text(String... availabilities) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//T//EN\n" + String.join("", availabilities) + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    /** @param available lines of one AVAILABLE each */
    private static String availability(String lines, String... available) {
        var text = new StringBuilder("BEGIN:VAVAILABILITY\nUID:a\nDTSTAMP:20281201T000000Z\n" + lines);
        for (int i = 0; i < available.length; i++) {
            text.append("BEGIN:AVAILABLE\nUID:v")
                    .append(i)
                    .append("\nDTSTAMP:20281201T000000Z\n")
                    .append(available[i])
                    .append("END:AVAILABLE\n");
        }
        return text.append("END:VAVAILABILITY\n").toString();
    }

    private static Presence of(Interval range, ZoneId zone, String... availabilities) {
        return Presence.of(AvailabilityReader.parse(text(availabilities)), range, zone);
    }

    @Test
    void outsideOfItsWeeklyHoursSomebodyIsNotThere() {
        var presence = of(
                DAY,
                ZoneOffset.UTC,
                availability(
                        "",
                        "DTSTART;TZID=Europe/Moscow:20281225T090000\nDTEND;TZID=Europe/Moscow:20281225T180000\n"
                                + "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\n"));
        assertThat(presence.present()).containsExactly(hours(6, 15));
        assertThat(presence.away()).containsOnly(Map.entry(BusyType.UNAVAILABLE, List.of(hours(0, 6), hours(15, 24))));
    }

    @Test
    void aHigherPriorityHasTheLastWordWithinItsPeriod() {
        var presence = of(
                DAY,
                ZoneOffset.UTC,
                availability(
                        "PRIORITY:1\nBUSYTYPE:BUSY\nDTSTART:20290101T100000Z\nDTEND:20290101T140000Z\n",
                        "DTSTART:20290101T110000Z\nDURATION:PT1H\n"),
                availability("PRIORITY:5\n", "DTSTART:20290101T080000Z\nDURATION:PT10H\n"));
        assertThat(presence.present()).containsExactly(hours(8, 10), hours(11, 12), hours(14, 18));
        assertThat(presence.away().get(BusyType.BUSY)).containsExactly(hours(10, 11), hours(12, 14));
        assertThat(presence.away().get(BusyType.UNAVAILABLE)).containsExactly(hours(0, 8), hours(18, 24));
    }

    @Test
    void anExceptionOfAnAvailableSeriesCountsForItsDay() {
        var presence = of(
                DAY,
                ZoneOffset.UTC,
                "BEGIN:VAVAILABILITY\nUID:a\nDTSTAMP:20281201T000000Z\n"
                        + "BEGIN:AVAILABLE\nUID:v\nDTSTART:20281231T090000Z\nDURATION:PT2H\nRRULE:FREQ=DAILY\nEND:AVAILABLE\n"
                        + "BEGIN:AVAILABLE\nUID:v\nRECURRENCE-ID:20290101T090000Z\nDTSTART:20290101T200000Z\nDURATION:PT1H\n"
                        + "END:AVAILABLE\nEND:VAVAILABILITY\n");
        assertThat(presence.present()).containsExactly(hours(20, 21));
    }

    @Test
    void usualHoursCountWhereNothingIsSaid() {
        var presence = of(
                DAY,
                ZoneOffset.UTC,
                availability("DTSTART:20290101T120000Z\n", "DTSTART:20290101T130000Z\nDURATION:PT1H\n"));
        assertThat(presence.working(List.of(hours(9, 18)))).containsExactly(hours(9, 12), hours(13, 14));
        assertThat(Presence.UNSAID.working(List.of(hours(9, 18)))).containsExactly(hours(9, 18));
    }

    private static final List<BusyType> STRENGTH = List.of(BusyType.TENTATIVE, BusyType.UNAVAILABLE, BusyType.BUSY);

    private record Said(
            int priority, @Nullable Integer from, @Nullable Integer to, BusyType type, List<Integer> there) {

        String text() {
            return availability(
                    "PRIORITY:" + priority + "\n" + (from == null ? "" : "DTSTART:" + at(from) + "\n")
                            + (to == null ? "" : "DTEND:" + at(to) + "\n")
                            + "BUSYTYPE:" + (type == BusyType.BUSY ? "BUSY" : "BUSY-" + type) + "\n",
                    there.stream()
                            .map(hour -> "DTSTART:" + at(hour) + "\nDURATION:PT1H\n")
                            .toArray(String[]::new));
        }

        private static String at(int hour) {
            return "20290101T%02d0000Z".formatted(hour);
        }

        boolean covers(int hour) {
            return (from == null || from <= hour) && (to == null || hour < to);
        }

        int rank() {
            return (priority == 0 ? 0 : 10 - priority) * 10 + STRENGTH.indexOf(type);
        }
    }

    @Provide
    Arbitrary<List<Said>> said() {
        var bound = Arbitraries.integers().between(0, 23).injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        bound,
                        bound,
                        Arbitraries.of(BusyType.class),
                        Arbitraries.integers().between(0, 23).list().ofMaxSize(5))
                .as(Said::new)
                .filter(one -> one.from() == null || one.to() == null || one.from() < one.to())
                .list()
                .ofMaxSize(4)
                .filter(all -> all.stream().map(Said::rank).distinct().count() == all.size());
    }

    /** Hour by hour, the strongest that speaks of it decides. */
    @Property(tries = 300)
    void eachHourIsWhatTheStrongestSaysOfIt(@ForAll("said") List<Said> all) {
        var presence = of(DAY, ZoneOffset.UTC, all.stream().map(Said::text).toArray(String[]::new));
        for (int hour = 0; hour < 24; hour++) {
            int at = hour;
            var strongest =
                    all.stream().filter(one -> one.covers(at)).max((a, b) -> Integer.compare(a.rank(), b.rank()));
            boolean there = strongest.map(one -> one.there().contains(at)).orElse(false);
            var away = presence.away().entrySet().stream()
                    .filter(entry -> holds(entry.getValue(), at))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(holds(presence.present(), at)).as(all + " at " + at).isEqualTo(there);
            assertThat(holds(presence.said(), at)).isEqualTo(strongest.isPresent());
            if (strongest.isEmpty() || there)
                assertThat(away).as(all + " at " + at).isEmpty();
            else
                assertThat(away)
                        .as(all + " at " + at)
                        .containsExactly(strongest.get().type());
        }
    }

    private static boolean holds(List<Interval> times, int hour) {
        return times.stream().anyMatch(time -> time.contains(MONDAY.plus(Duration.ofHours(hour))));
    }

    @Test
    void floatingTimesAreThoseOfThePerson() {
        List<Availability> all =
                AvailabilityReader.parse(text(availability("", "DTSTART:20290101T090000\nDURATION:PT1H\n")));
        assertThat(Presence.of(all, DAY, ZoneId.of("Europe/Moscow")).present()).containsExactly(hours(6, 7));
    }
}
