package org.kalends.caldav.resource;

import java.util.EnumSet;
import java.util.Set;

/** What can stand at an address. */
public enum Kind {
    ROOT,
    PRINCIPALS,
    PRINCIPAL,
    PROXY_READ,
    PROXY_WRITE,
    HOMES,
    HOME,
    CALENDAR,
    OBJECT,
    INBOX,
    OUTBOX,
    NOTIFICATIONS,
    NOTIFICATION;

    public static final Set<Kind> EVERY = EnumSet.allOf(Kind.class);
    public static final Set<Kind> PEOPLE = EnumSet.of(PRINCIPAL, PROXY_READ, PROXY_WRITE);
    public static final Set<Kind> OWNED =
            EnumSet.of(HOME, CALENDAR, OBJECT, INBOX, OUTBOX, NOTIFICATIONS, NOTIFICATION);
    public static final Set<Kind> COLLECTIONS = EnumSet.complementOf(EnumSet.of(OBJECT, NOTIFICATION));

    /** Whether its address ends in a slash. */
    public boolean collection() {
        return COLLECTIONS.contains(this);
    }
}
