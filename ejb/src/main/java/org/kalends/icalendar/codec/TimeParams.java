package org.kalends.icalendar.codec;

import java.time.ZoneOffset;
import java.util.List;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Param;

/** VALUE and TZID, as a time needs them beside its text. */
final class TimeParams {

    private TimeParams() {}

    static List<Param> of(EventTime time) {
        return time.match(
                d -> List.of(Param.of("VALUE", "DATE")),
                z -> z.zone().equals(ZoneOffset.UTC) ? List.of() : List.of(Param.of("TZID", Times.tzid(z.zone()))),
                f -> List.of());
    }
}
