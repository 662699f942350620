package org.kalends.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kalends.feed.Feed.Level;
import org.kalends.feed.domain.FeedView;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentReader;

class FeedViewTest {

    private static String shown(Level level, String components) {
        var calendar = ContentReader.calendar("BEGIN:VCALENDAR\r\n" + components + "END:VCALENDAR\r\n");
        return new FeedView(level, "Busy").of(calendar).stream().map(Block::raw).collect(Collectors.joining());
    }

    @Test
    void aPrivateInstanceMasksItsWholeSeries() {
        var series = "BEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Open\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20260101T100000Z\r\nSUMMARY:Secret\r\nCLASS:confidential\r\nEND:VEVENT\r\n";
        assertThat(shown(Level.FULL, series)).doesNotContain("Open", "Secret").contains("SUMMARY:Busy", "RRULE");
    }

    @Test
    void aClassThatNobodyKnowsIsTakenForPrivate() {
        var event = "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Secret\r\nCLASS:X-BOARD\r\nEND:VEVENT\r\n";
        assertThat(shown(Level.FULL, event)).doesNotContain("Secret").contains("SUMMARY:Busy");
    }

    @Test
    void aFreeInstanceStaysAsItStandsInThePlaceOfABusyOne() {
        var series = "BEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20260101T100000Z\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
        assertThat(shown(Level.BUSY, series)).contains("TRANSP:TRANSPARENT");
    }

    @Test
    void whatIsCancelledTakesNoTime() {
        var event = "BEGIN:VEVENT\r\nUID:a\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n";
        assertThat(shown(Level.BUSY, event)).isEmpty();
        assertThat(shown(Level.FULL, event)).contains("CANCELLED");
    }
}
