package org.kalends.event.resource;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under which a request may act, judged under the calendar's lock.
 *
 * @param match the entity tags of which the present one must be; {@link #ANY} for whichever, null for no condition
 * @param noneMatch the entity tags of which the present one must not be; {@link #ANY} for there being none
 * @param scheduleMatch the schedule tag that must be the present one; null for no condition
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, 13.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-8.3">RFC 6638, 8.3</a>
 */
public record Conditions(@Nullable Set<String> match, @Nullable Set<String> noneMatch, @Nullable String scheduleMatch) {

    public static final String ANY = "*";
    public static final Conditions NONE = new Conditions(null, null, null);

    /** @param etag of what is there; null when nothing is */
    public boolean hold(@Nullable String etag, @Nullable String scheduleTag) {
        if (match != null && !names(match, etag)) return false;
        if (noneMatch != null && names(noneMatch, etag)) return false;
        return scheduleMatch == null || scheduleMatch.equals(scheduleTag);
    }

    private static boolean names(Set<String> tags, @Nullable String etag) {
        return etag != null && (tags.contains(ANY) || tags.contains(etag));
    }
}
