package org.kalends.subscription.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Texts;

/**
 * What a feed says of itself before its first component.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7986#section-5">RFC 7986, 5</a>
 */
public record FeedHead(Optional<String> name, Optional<Duration> refreshed) {

    private static final FeedHead NOTHING = new FeedHead(Optional.empty(), Optional.empty());
    private static final int MOST_OCTETS = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    public static FeedHead read(Path feed) throws IOException {
        try (var reader = Files.newBufferedReader(feed, StandardCharsets.ISO_8859_1)) { // octets, cut at any place
            return of(ContentReader.calendar(head(reader)));
        } catch (InvalidCalendarData unreadable) {
            return NOTHING;
        }
    }

    private static String head(BufferedReader reader) throws IOException {
        var head = new StringBuilder();
        for (var line = reader.readLine(); line != null && head.length() < MOST_OCTETS; line = reader.readLine()) {
            if (!head.isEmpty() && line.toUpperCase(Locale.ROOT).startsWith("BEGIN:")) break;
            head.append(line).append("\r\n");
        }
        var octets = head.append("END:VCALENDAR\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return new String(octets, StandardCharsets.UTF_8);
    }

    private static FeedHead of(Block calendar) {
        return new FeedHead(
                first(calendar, "NAME", "X-WR-CALNAME")
                        .map(Texts::unescape)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME),
                first(calendar, "REFRESH-INTERVAL", "X-PUBLISHED-TTL").flatMap(FeedHead::duration));
    }

    private static Optional<String> first(Block calendar, String... names) {
        return Stream.of(names)
                .flatMap(name -> calendar.line(name).stream())
                .map(ContentLine::value)
                .findFirst();
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Times.duration(text.strip()));
        } catch (DateTimeException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }
}
