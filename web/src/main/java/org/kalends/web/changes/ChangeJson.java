package org.kalends.web.changes;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.ChangeNotice;

/**
 * The data of one {@code change} event.
 *
 * @param calendarId null where it is for the reader alone, as reminders are
 * @param kind {@code created}, {@code changed}, {@code deleted}, {@code edit-locked}, {@code edit-unlocked},
 *     {@code shared}, {@code reminder}, {@code news}
 * @param news what is told; null but for {@code news}
 */
public record ChangeJson(
        @Nullable UUID calendarId, @Nullable UUID eventId, String kind, String etag, ChangeNotice.@Nullable News news) {

    static ChangeJson of(ChangeNotice notice) {
        var kind = notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ChangeJson(notice.calendarId(), notice.eventId(), kind, notice.etag(), notice.news());
    }
}
