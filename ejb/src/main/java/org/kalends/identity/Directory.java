package org.kalends.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everybody who is inside: users, groups, rooms and resources by id, login, address, alias and name. Each call costs
 * one statement, however many are asked for.
 */
public interface Directory {

    Optional<Principal> byId(UUID id);

    /** By user name or by any address; case does not matter. */
    Optional<Principal> byLogin(String loginOrAddress);

    /** Only those found are in the answer; the key is the address as asked, aliases included. */
    Map<CalendarAddress, Principal> byAddress(Collection<CalendarAddress> addresses);

    Map<UUID, Principal> byIds(Collection<UUID> ids);

    /** Every address of the principal, the preferred one first. */
    List<CalendarAddress> addressesOf(UUID principal);

    /** Members of a group, groups within groups resolved, at most {@code limit}. */
    List<Principal> membersOf(UUID group, int limit);
}
