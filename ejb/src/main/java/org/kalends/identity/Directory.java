package org.kalends.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kalends.identity.store.PrincipalStore;

/**
 * Everybody who is inside: users, groups, rooms and resources by id, login, address, alias and name. Each call costs
 * one statement, however many are asked for.
 */
@ApplicationScoped
public class Directory {

    @Inject
    PrincipalStore principals;

    public Optional<Principal> byId(UUID id) {
        return principals.byIds(List.of(id)).stream().findFirst();
    }

    /** Whose home that is; one's own costs no statement. */
    public Principal ownerOf(UUID home, Principal viewer) {
        if (home.equals(viewer.id())) return viewer;
        return byId(home).orElseThrow(() -> new IllegalStateException("home " + home + " has no owner"));
    }

    public Map<UUID, Principal> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return principals.byIds(ids).stream().collect(Collectors.toMap(Principal::id, Function.identity()));
    }

    /** By user name or by any address; case does not matter. */
    public Optional<Principal> byLogin(String loginOrAddress) {
        return principals.byLogin(loginOrAddress.strip().toLowerCase(Locale.ROOT));
    }

    /** Only those found are in the answer; the key is the address as asked, aliases included. */
    public Map<CalendarAddress, Principal> byAddress(Collection<CalendarAddress> addresses) {
        return addresses.isEmpty() ? Map.of() : principals.byAddress(addresses);
    }

    /** By any address. */
    public Optional<Principal> byAddress(CalendarAddress address) {
        return Optional.ofNullable(byAddress(List.of(address)).get(address));
    }

    /** Every address of the principal, the preferred one first. */
    public List<CalendarAddress> addressesOf(UUID principal) {
        return principals.addressesOf(principal);
    }

    /** Those of them who are people and not blocked. */
    public Map<UUID, Person> people(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return principals.people(ids).stream()
                .collect(Collectors.toMap(person -> person.principal().id(), Function.identity()));
    }

    /** Members of a group, groups within groups resolved, at most {@code limit}. */
    public List<Principal> membersOf(UUID group, int limit) {
        return principals.membersOf(group, limit);
    }

    /** By the beginnings of words in name, login or address, ru or en; then by likeness. Best first. */
    public List<DirectoryEntry> search(String query, int limit) {
        var words = query.strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? List.of() : principals.search(words, limit);
    }
}
