package org.kalends.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.kalends.event.domain.Masking;
import org.kalends.feed.domain.FeedView;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;
import org.kalends.transfer.CalendarExport;

/** The stream behind a secret address, with how often it is worth to ask again (RFC 7986, 5.7). */
@ApplicationScoped
public class FeedText {

    private static final String AGAIN = "PT1H";
    private static final List<ContentLine> HEAD = List.of(
            ContentLine.of("REFRESH-INTERVAL", AGAIN, new Param("VALUE", List.of("DURATION"))),
            ContentLine.of("X-PUBLISHED-TTL", AGAIN));

    @Inject
    CalendarExport export;

    /** Opaque; another one whenever the stream may be another. */
    public String tag(Feeds.Found found) {
        var calendar = found.calendar();
        var looks = Objects.hash(calendar.id(), calendar.look(), found.feed().level());
        return Integer.toHexString(looks) + "-" + calendar.sequence();
    }

    public void write(Feeds.Found found, OutputStream out) {
        var busy = Masking.title(found.owner().language());
        export.write(found.calendar(), HEAD, new FeedView(found.feed().level(), busy), out);
    }
}
