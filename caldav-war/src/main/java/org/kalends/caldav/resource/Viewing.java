package org.kalends.caldav.resource;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.Quota;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Share;
import org.kalends.sharing.SharingNotice;
import org.kalends.subscription.Subscription;

/** Who looks, and what was looked up for him in this request already. */
public final class Viewing {

    private final Principal viewer;
    private final Lookup directory;
    private final Map<UUID, Principal> people = new HashMap<>();
    private final Map<UUID, Map<UUID, List<Share>>> shares = new HashMap<>();
    private @Nullable Map<UUID, Level> delegations;
    private @Nullable Map<UUID, Subscription> subscriptions;
    private @Nullable List<SharingNotice> notices;
    private final Map<UUID, List<Resource>> members = new HashMap<>();
    private final Map<UUID, List<CalendarAddress>> addresses = new HashMap<>();
    private final Map<UUID, Quota.Room> rooms = new HashMap<>();
    private final Map<UUID, String> availabilities = new HashMap<>();

    public Viewing(Principal viewer, Lookup directory) {
        this.viewer = viewer;
        this.directory = directory;
    }

    /** Where to look. */
    public interface Lookup {

        List<CalendarAddress> addresses(UUID principal);

        Map<UUID, Principal> people(Collection<UUID> ids);

        Map<UUID, List<Share>> shares(UUID home);

        Map<UUID, Level> delegations();

        List<Resource> members(Principal owner);

        Quota.Room room(UUID home);

        String availability(UUID home);

        Map<UUID, Subscription> subscriptions();

        List<SharingNotice> notices();
    }

    /** What the viewer is told of sharing; asked for once. */
    public List<SharingNotice> notices() {
        var known = notices == null ? directory.notices() : notices;
        notices = known;
        return known;
    }

    public Principal viewer() {
        return viewer;
    }

    /** With whom a calendar is shared; told to who manages it. Of all calendars of a home at once. */
    public List<Share> sharesOf(CalendarCollection calendar) {
        if (!calendar.rights().holds(Level.MANAGE)) return List.of();
        return sharesOf(calendar.home()).getOrDefault(calendar.id(), List.of());
    }

    /** Who has what on every calendar of the viewer. */
    public List<Share> delegates() {
        return sharesOf(viewer.id()).getOrDefault(viewer.id(), List.of());
    }

    private Map<UUID, List<Share>> sharesOf(UUID home) {
        return shares.computeIfAbsent(home, directory::shares);
    }

    /** The collections in a home, those of others that are bound there too. */
    public List<Resource> members(Principal owner) {
        return members.computeIfAbsent(owner.id(), id -> directory.members(owner));
    }

    /** Whose delegate the viewer is, of that level at least; by name. */
    public List<Principal> delegators(Level least) {
        var known = delegations == null ? directory.delegations() : delegations;
        delegations = known;
        var homes = known.entrySet().stream()
                .filter(one -> one.getValue().holds(least))
                .map(Map.Entry::getKey)
                .toList();
        know(homes);
        return homes.stream()
                .map(this::principal)
                .sorted(Comparator.comparing(Principal::name))
                .toList();
    }

    /** Whose home that is; those that {@link #know} named cost nothing. */
    public Principal principal(UUID id) {
        if (id.equals(viewer.id())) return viewer;
        know(Set.of(id));
        return Objects.requireNonNull(people.get(id), "nobody has that home");
    }

    /** Looks up many at once. */
    public void know(Collection<UUID> ids) {
        var unknown = ids.stream()
                .filter(id -> !id.equals(viewer.id()) && !people.containsKey(id))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) people.putAll(directory.people(unknown));
    }

    /** Every address of the principal, the preferred one first; asked for once. */
    public List<CalendarAddress> addressesOf(Principal principal) {
        return addresses.computeIfAbsent(principal.id(), directory::addresses);
    }

    /** What a home takes and may take; asked for once. */
    public Quota.Room roomOf(Principal owner) {
        return rooms.computeIfAbsent(owner.id(), directory::room);
    }

    /** What a calendar of the viewer's own follows; of all of them at once, and only if any does. */
    public Optional<Subscription> subscriptionOf(CalendarCollection calendar) {
        if (!calendar.fed() || calendar.shared()) return Optional.empty();
        var known = subscriptions == null ? directory.subscriptions() : subscriptions;
        subscriptions = known;
        return Optional.ofNullable(known.get(calendar.id()));
    }

    /** What is said of when the owner can be met, empty where nothing is; asked for once. */
    public String availabilityOf(Principal owner) {
        return availabilities.computeIfAbsent(owner.id(), directory::availability);
    }
}
