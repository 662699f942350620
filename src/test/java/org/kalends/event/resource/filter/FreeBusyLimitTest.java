package org.kalends.event.resource.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.time.Interval;

class FreeBusyLimitTest {

    private static final Interval MARCH_FIRST =
            new Interval(Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-03-02T00:00:00Z"));

    private static String limited(String lines) {
        var text = ("BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\nUID:x\n" + lines + "END:VFREEBUSY\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
        return new FreeBusyLimit(MARCH_FIRST)
                .of(ContentReader.calendar(text))
                .raw()
                .replace("\r", "")
                .replace("\n ", "");
    }

    @Test
    void keepsThePeriodsThatOverlap() {
        assertThat(limited("FREEBUSY;FBTYPE=BUSY:20270228T220000Z/PT1H,20270228T230000Z/PT2H,"
                        + "20270301T100000Z/20270301T110000Z,20270302T000000Z/PT1H\n"))
                .contains("FREEBUSY;FBTYPE=BUSY:20270228T230000Z/PT2H,20270301T100000Z/20270301T110000Z\n");
    }

    @Test
    void leavesOutALineOfWhichNothingIsLeft() {
        assertThat(limited("FREEBUSY:20270401T100000Z/PT1H\n"))
                .doesNotContain("FREEBUSY:")
                .contains("UID:x");
    }

    @Test
    void leavesWhatItCannotReadAsItIs() {
        assertThat(limited("FREEBUSY:soon\n")).contains("FREEBUSY:soon\n");
    }
}
