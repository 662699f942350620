package org.kalends.event.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.StoredEvent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.codec.ICalendar;

/**
 * A row of {@code calendar_object}, as far as it is read back.
 *
 * @param ical the text in UTF-8, the truth
 * @param etag 128 bits of SHA-256 over it
 * @param schedTag null unless it is a scheduling object
 * @param knownSeq of the last change that was more than a note of what came of messages; null when it is the last
 */
@SuppressWarnings("ArrayRecordComponent") // octets, compared by nobody
public record EventRow(
        UUID homeId,
        UUID objId,
        UUID calId,
        String name,
        String uid,
        byte[] ical,
        byte[] etag,
        @Nullable UUID schedTag,
        long changeSeq,
        Instant created,
        Instant modified,
        @Nullable Instant deletedAt,
        @Nullable Long knownSeq) {

    private static final int ETAG_BYTES = 16;
    private static final int SHOWN_BYTES = 8;
    private static final int LONGEST_SEQUENCE = 18;

    /** Change sequence and digest: the same text stored again is another state. */
    public static String entityTag(long changeSeq, byte[] etag) {
        return changeSeq + "-" + HexFormat.of().formatHex(etag, 0, SHOWN_BYTES);
    }

    public String entityTag() {
        return entityTag(changeSeq, etag);
    }

    /** Whether who saw the state of that tag knows the event as it is: there were only notes since. */
    public boolean known(String tag) {
        if (tag.equals(entityTag())) return true;
        int dash = tag.indexOf('-');
        if (knownSeq == null || dash < 1 || dash > LONGEST_SEQUENCE) return false;
        var number = tag.substring(0, dash);
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) return false;
        long seen = Long.parseLong(number);
        return seen >= knownSeq && seen < changeSeq;
    }

    public String text() {
        return new String(ical, StandardCharsets.UTF_8);
    }

    EventRow holding(byte[] text) {
        return new EventRow(
                homeId, objId, calId, name, uid, text, etag, schedTag, changeSeq, created, modified, deletedAt,
                knownSeq);
    }

    /** With the text read. */
    public StoredEvent event() {
        return with(ICalendar.parse(text()));
    }

    /** For who has read the text already. */
    public StoredEvent with(EventSeries series) {
        return new StoredEvent(homeId, calId, objId, name, entityTag(), schedTag, text(), series, created, modified);
    }

    static byte[] digest(byte[] ical) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(ical);
            return Arrays.copyOf(sha, ETAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
