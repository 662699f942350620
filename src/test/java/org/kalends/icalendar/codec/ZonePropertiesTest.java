package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.text.ContentReader;

/** What we write of zones, read again. */
class ZonePropertiesTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Moscow"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Africa/Casablanca"));

    @Property(tries = 200)
    void vtimezonesSayWhatTheZoneDoes(
            @ForAll @IntRange(min = 0, max = 3) int zone, @ForAll @IntRange(min = 1995, max = 2036) int year) {
        var id = ZONES.get(zone);
        var text = ICalendar.write(Events.series(Events.hour(year + "-07-01T10:00:00", id), "FREQ=DAILY"));
        assertThat(text).doesNotContain("RDATE");
        var block = ContentReader.calendar(text).blocks("VTIMEZONE").findFirst().orElseThrow();
        var definition = ZoneDefinition.of(block);
        for (int days = 0; days < 1500; days += 5) {
            var at = LocalDateTime.of(year, 7, 2, 12, 0).plusDays(days);
            assertThat(definition.offsetAt(at.toInstant(ZoneOffset.UTC)))
                    .as(id + " " + at)
                    .isEqualTo(id.getRules().getOffset(at.toInstant(ZoneOffset.UTC)));
        }
    }
}
