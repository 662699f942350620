package org.kalends.icalendar;

import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;

/**
 * One ATTENDEE (RFC 5545, 3.8.4.1).
 *
 * @param name CN; empty when unknown
 * @param comment what he said with his answer, seen by the organizer only; null when nothing
 * @param proposed another time that he proposes, seen by the organizer only; null when none
 * @param schedule how he is scheduled
 */
public record Attendee(
        CalendarAddress address,
        String name,
        Kind kind,
        Role role,
        ParticipationStatus status,
        @Nullable String comment,
        @Nullable Timing proposed,
        ScheduleParameters schedule) {

    public Attendee withStatus(ParticipationStatus changed) {
        return new Attendee(address, name, kind, role, changed, comment, proposed, schedule);
    }

    public Attendee withRole(Role changed) {
        return new Attendee(address, name, kind, changed, status, comment, proposed, schedule);
    }

    public Attendee withAddress(CalendarAddress other) {
        return new Attendee(other, name, kind, role, status, comment, proposed, schedule);
    }

    /** A new answer takes back what was proposed with the old one. */
    public Attendee answered(ParticipationStatus answer, @Nullable String said) {
        return new Attendee(address, name, kind, role, answer, said, null, schedule);
    }

    public Attendee proposing(@Nullable Timing time) {
        return new Attendee(address, name, kind, role, status, comment, time, schedule);
    }

    public Attendee withSchedule(ScheduleParameters changed) {
        return new Attendee(address, name, kind, role, status, comment, proposed, changed);
    }

    /** As the others are told of him: without what he said to the organizer, and without how he is scheduled. */
    public Attendee told() {
        boolean silent = comment == null && proposed == null;
        return silent && schedule.forAll()
                ? this
                : new Attendee(address, name, kind, role, status, null, null, schedule.told());
    }

    /** As he is told of himself. */
    public Attendee toldHimself() {
        return schedule.forAll() ? this : withSchedule(schedule.told());
    }

    /** With all that the other line says as an answer. */
    public Attendee answeredAs(Attendee other) {
        return answered(other.status(), other.comment()).proposing(other.proposed());
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

        private final String token = name().replace('_', '-');

        /** The RFC's token, {@code NEEDS-ACTION}. */
        public String token() {
            return token;
        }
    }
}
