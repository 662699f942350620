package org.kalends.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody or something that can be invited: a person, a group, a room or a resource. Its id is the id of its home
 * as well.
 *
 * @param login user name; unique, lower case
 * @param name what people see
 * @param address the preferred address; aliases lead to the same principal
 * @param zone where its working hours and all-day events lie
 * @param language {@code ru} or {@code en}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3744#section-2">RFC 3744, 2 (principals)</a>
 */
public record Principal(
        UUID id,
        Kind kind,
        String login,
        String name,
        CalendarAddress address,
        ZoneId zone,
        Locale language,
        Role role) {

    /** CUTYPE of RFC 5545, 3.2.3; {@code USER} is {@code INDIVIDUAL}. */
    public enum Kind {
        USER,
        GROUP,
        ROOM,
        RESOURCE
    }

    /** What the principal may do to the installation; rights on calendars are another matter. */
    public enum Role {
        USER,
        ADMIN
    }
}
