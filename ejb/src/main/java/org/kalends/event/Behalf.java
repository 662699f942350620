package org.kalends.event;

import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Organizer;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;

/**
 * Who plans, and whose event it is. Others plan for the owner of a calendar that they may write to; his the event is
 * then, and they are named beside him.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.2.18">RFC 5545, 3.2.18 (SENT-BY)</a>
 */
record Behalf(Principal actor, Principal owner) {

    /** @param kept as he is named by now; null in a new meeting */
    Organizer organizer(@Nullable Organizer kept) {
        return kept == null ? new Organizer(owner.address(), owner.name(), sentBy()) : kept.sentBy(sentBy());
    }

    private @Nullable CalendarAddress sentBy() {
        return actor.id().equals(owner.id()) ? null : actor.address();
    }
}
