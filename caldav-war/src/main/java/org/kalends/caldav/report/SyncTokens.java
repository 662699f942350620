package org.kalends.caldav.report;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.resource.ObjectReading.Known;

/**
 * Where a client stands with a calendar; to it an opaque word.
 *
 * @param epoch of the calendar; another one after a backup was restored
 * @param untold removals up to this sequence are not told while a first listing goes on; 0 once it is done
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6578#section-4">RFC 6578, 4</a>
 */
public record SyncTokens(int epoch, UUID calendar, long sequence, long untold) {

    private static final String PREFIX = "urn:kalends:sync:1:";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "(\\d{1,9}):([0-9a-f-]{36}):(\\d{1,18})(?::i(\\d{1,18}))?");

    public static SyncTokens of(CalendarCollection calendar) {
        return new SyncTokens(calendar.epoch(), calendar.id(), calendar.sequence(), 0);
    }

    /** The first page of a listing of all that is there. */
    public static SyncTokens first(CalendarCollection calendar) {
        return new SyncTokens(calendar.epoch(), calendar.id(), 0, calendar.sequence());
    }

    /** Empty where it is none of this calendar's, or one that it has forgotten. */
    public static Optional<SyncTokens> read(String text, CalendarCollection calendar) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches() || !parts.group(2).equals(calendar.id().toString())) return Optional.empty();
        if (Integer.parseInt(parts.group(1)) != calendar.epoch()) return Optional.empty();
        long sequence = Long.parseLong(parts.group(3));
        long untold = parts.group(4) == null ? 0 : Long.parseLong(parts.group(4));
        boolean listing = untold > 0;
        if (sequence > calendar.sequence() || untold > calendar.sequence()) return Optional.empty();
        if ((listing ? untold : sequence) < calendar.oldestSequence()) return Optional.empty();
        return Optional.of(new SyncTokens(calendar.epoch(), calendar.id(), sequence, untold));
    }

    /** The token of a page that ends with this change. */
    public SyncTokens at(long last) {
        return new SyncTokens(epoch, calendar, last, last < untold ? untold : 0);
    }

    public Known known() {
        return new Known(sequence, untold);
    }

    public String text() {
        return PREFIX + epoch + ":" + calendar + ":" + sequence + (untold > 0 ? ":i" + untold : "");
    }
}
