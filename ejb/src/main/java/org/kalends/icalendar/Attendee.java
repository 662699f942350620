package org.kalends.icalendar;

import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;

/**
 * One ATTENDEE (RFC 5545, 3.8.4.1).
 *
 * @param name CN; empty when unknown
 * @param comment what he said with his answer, seen by the organizer only; null when nothing
 */
public record Attendee(
        CalendarAddress address,
        String name,
        Kind kind,
        Role role,
        ParticipationStatus status,
        @Nullable String comment) {

    public Attendee withStatus(ParticipationStatus changed) {
        return new Attendee(address, name, kind, role, changed, comment);
    }

    public Attendee answered(ParticipationStatus answer, @Nullable String said) {
        return new Attendee(address, name, kind, role, answer, said);
    }

    /** CUTYPE. */
    public enum Kind {
        INDIVIDUAL,
        GROUP,
        ROOM,
        RESOURCE
    }

    /** ROLE. */
    public enum Role {
        REQUIRED,
        OPTIONAL,
        CHAIR,
        INFORMED
    }

    /** PARTSTAT. */
    public enum ParticipationStatus {
        NEEDS_ACTION,
        ACCEPTED,
        DECLINED,
        TENTATIVE,
        DELEGATED;

        /** The RFC's token, {@code NEEDS-ACTION}. */
        public String token() {
            return name().replace('_', '-');
        }
    }
}
