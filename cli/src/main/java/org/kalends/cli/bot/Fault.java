package org.kalends.cli.bot;

import org.jspecify.annotations.Nullable;

/**
 * How the messenger misbehaves the next times that a method is called.
 *
 * @param method {@code messages/sendText}
 * @param kind what it does
 * @param times how often
 * @param status for {@link Kind#STATUS}
 * @param retryAfter seconds, for {@link Kind#STATUS}; null says nothing of it
 * @param description for {@link Kind#DESCRIPTION}
 */
record Fault(
        String method, Kind kind, int times, int status, @Nullable Integer retryAfter, @Nullable String description) {

    /** What goes wrong. */
    enum Kind {
        /** An HTTP status, and nothing is done. */
        STATUS,
        /** {@code ok: false} with a description, and nothing is done. */
        DESCRIPTION,
        /** It is done, and the connection closed without an answer. */
        CUT,
        /** It is never answered. */
        HANG,
        /** Events come once more, the last of them first. */
        REPEATED
    }

    Fault once() {
        return new Fault(method, kind, times - 1, status, retryAfter, description);
    }
}
