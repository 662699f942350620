package org.kalends.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.sharing.Shares.Place;

/**
 * What somebody is told about the sharing of a calendar.
 *
 * @param home who is told
 * @param other who shares the calendar, or who answered
 * @param summary what the calendar is called, as the one who shares it says, or as the one who answered will
 * @param replyTo the invitation that was answered; null for what is no answer
 */
public record SharingNotice(
        UUID home,
        UUID id,
        Kind kind,
        Place place,
        UUID other,
        Level level,
        String summary,
        @Nullable UUID replyTo,
        Instant created) {

    /** What happened. */
    public enum Kind {
        /** To whom a calendar would be shared; he has yet to answer. */
        INVITED,
        /** To him: it is not shared with him any more. */
        WITHDRAWN,
        /** To the owner. */
        ACCEPTED,
        /** To the owner. */
        DECLINED
    }

    /** Whether it is the owner who is told. */
    public boolean answer() {
        return kind == Kind.ACCEPTED || kind == Kind.DECLINED;
    }
}
