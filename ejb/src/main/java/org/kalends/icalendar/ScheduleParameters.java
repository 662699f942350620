package org.kalends.icalendar;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;

/**
 * What parameters of an ATTENDEE or ORGANIZER say of how it is scheduled.
 *
 * @param status SCHEDULE-STATUS as it stands, {@code 1.2}; empty when nothing came of a message yet
 * @param force the method of SCHEDULE-FORCE-SEND; null when none is forced
 * @param sentBy who acts for him (RFC 5545, 3.2.18); an organizer's is told by {@link Organizer#sentBy()}
 * @param delegatedTo to whom he delegated (RFC 5545, 3.2.5)
 * @param delegatedFrom who delegated to him (RFC 5545, 3.2.4)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-7">RFC 6638, 7</a>
 */
public record ScheduleParameters(
        Agent agent,
        String status,
        @Nullable Method force,
        @Nullable CalendarAddress sentBy,
        List<CalendarAddress> delegatedTo,
        List<CalendarAddress> delegatedFrom) {

    public static final ScheduleParameters NONE =
            new ScheduleParameters(Agent.SERVER, "", null, null, List.of(), List.of());

    public ScheduleParameters {
        delegatedTo = List.copyOf(delegatedTo);
        delegatedFrom = List.copyOf(delegatedFrom);
    }

    /** SCHEDULE-AGENT: who sends the messages. */
    public enum Agent {
        SERVER,
        CLIENT,
        NONE;

        /** An unknown agent is nobody whom the server knows to act for (RFC 6638, 7.1). */
        public static Agent of(String token) {
            if (token.isEmpty()) return SERVER;
            for (var agent : values()) if (agent.name().equals(token.toUpperCase(Locale.ROOT))) return agent;
            return NONE;
        }
    }

    public ScheduleParameters withStatus(String changed) {
        return new ScheduleParameters(agent, changed, force, sentBy, delegatedTo, delegatedFrom);
    }

    public ScheduleParameters sentBy(CalendarAddress actor) {
        return new ScheduleParameters(agent, status, force, actor, delegatedTo, delegatedFrom);
    }

    public ScheduleParameters withoutForce() {
        return new ScheduleParameters(agent, status, null, sentBy, delegatedTo, delegatedFrom);
    }

    /** For an organizer, whose sender stands elsewhere. */
    public ScheduleParameters withoutSender() {
        return new ScheduleParameters(agent, status, force, null, delegatedTo, delegatedFrom);
    }

    public ScheduleParameters delegating(List<CalendarAddress> to, List<CalendarAddress> from) {
        return new ScheduleParameters(agent, status, force, sentBy, to, from);
    }

    /** Whether nothing in it is between a client and its server. */
    boolean forAll() {
        return agent == Agent.SERVER && status.isEmpty() && force == null;
    }

    /** Without what is between a client and its server: others are told of people only. */
    public ScheduleParameters told() {
        if (forAll()) return this;
        return new ScheduleParameters(Agent.SERVER, "", null, sentBy, delegatedTo, delegatedFrom);
    }
}
