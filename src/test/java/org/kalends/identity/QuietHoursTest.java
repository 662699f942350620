package org.kalends.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.identity.PersonalSettings.QuietHours;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "22:00, 08:00, 2026-11-24T21:59, 2026-11-24T21:59",
        "22:00, 08:00, 2026-11-24T22:00, 2026-11-25T08:00",
        "22:00, 08:00, 2026-11-25T03:00, 2026-11-25T08:00",
        "22:00, 08:00, 2026-11-25T08:00, 2026-11-25T08:00",
        "12:00, 13:00, 2026-11-25T12:30, 2026-11-25T13:00",
        "12:00, 13:00, 2026-11-25T13:00, 2026-11-25T13:00",
        "22:00, 08:00, 2026-10-24T23:00, 2026-10-25T08:00",
        "22:00, 02:30, 2027-03-27T23:00, 2027-03-28T03:30"
    })
    void whatComesInThemWaitsForTheirEndByTheReadersClock(
            LocalTime from, LocalTime to, LocalDateTime moment, LocalDateTime released) {
        var hours = new QuietHours(from, to);
        assertThat(hours.release(moment.atZone(BERLIN).toInstant(), BERLIN))
                .isEqualTo(released.atZone(BERLIN).toInstant());
    }

    @Property
    void whatIsReleasedIsNeverEarlierAndNeverADayLateAndNeverQuiet(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(min = 1, max = 1439) int length,
            @ForAll @IntRange(max = 600_000) int minutes) {
        var start = LocalTime.MIDNIGHT.plusMinutes(from);
        var hours = new QuietHours(start, start.plusMinutes(length));
        var moment = LocalDateTime.of(2026, 1, 1, 0, 0)
                .plusMinutes(minutes)
                .atZone(ZoneId.of("UTC"))
                .toInstant();
        var released = hours.release(moment, ZoneId.of("UTC"));
        assertThat(released).isBetween(moment, moment.plusSeconds(86_400));
        assertThat(hours.release(released, ZoneId.of("UTC"))).isEqualTo(released);
    }
}
