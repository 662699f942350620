package org.kalends.identity;

import java.util.Set;

/**
 * A user who may log in.
 *
 * @param addresses every one that leads to him, the preferred one among them
 */
public record Person(Principal principal, Set<CalendarAddress> addresses) {

    public Person {
        addresses = Set.copyOf(addresses);
    }
}
