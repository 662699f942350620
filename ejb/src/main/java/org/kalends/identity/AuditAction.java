package org.kalends.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the audit log tells apart. */
public enum AuditAction {
    LOG_IN,
    LOG_IN_REFUSED,
    LOG_OUT,
    PASSWORD_CHANGED,
    PASSWORD_SET,
    APP_PASSWORD_ISSUED,
    APP_PASSWORD_REVOKED,
    PRINCIPAL_CREATED,
    PRINCIPAL_CHANGED,
    PRINCIPAL_BLOCKED,
    PRINCIPAL_UNBLOCKED,
    PRINCIPAL_RETIRED,
    MUTE_CHANGED,
    ROOM_POLICY_CHANGED,
    GROUP_MEMBER_ADDED,
    GROUP_MEMBER_REMOVED,
    EVENT_CREATED,
    EVENT_CHANGED,
    EVENT_ANSWERED,
    EVENT_HANDED_OVER,
    EVENT_DELETED,
    EVENT_RESTORED,
    CALENDAR_SHARED,
    CALENDAR_UNSHARED,
    CALENDAR_IMPORTED,
    MIGRATION_STARTED,
    MIGRATION_TURNED,
    MAILBOX_SUBSCRIBED,
    MAILBOX_UNSUBSCRIBED,
    FEED_ISSUED,
    FEED_ROTATED,
    FEED_REVOKED,
    DEAD_LETTER_REPLAYED,
    DEAD_LETTER_PURGED;

    /** As stored and told: {@code log-in-refused}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AuditAction> of(String token) {
        return Stream.of(values())
                .filter(action -> action.token().equals(token))
                .findFirst();
    }
}
