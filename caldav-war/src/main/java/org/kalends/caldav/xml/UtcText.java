package org.kalends.caldav.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.kalends.caldav.http.Refusal;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;

/** Moments as attributes have them: {@code 20260101T000000Z}. */
public final class UtcText {

    private UtcText() {}

    public static String of(Instant moment) {
        return Times.utc(moment);
    }

    /** @throws Refusal 400 where it is no date with UTC time */
    public static Instant read(String text) {
        try {
            var time = Times.parse(text);
            if (time instanceof EventTime.Zoned zoned) return zoned.instant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // told below
        }
        throw Refusal.precondition(403, Names.caldav("valid-filter"), text + " is no date with UTC time");
    }
}
