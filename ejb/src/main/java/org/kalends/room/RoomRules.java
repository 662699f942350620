package org.kalends.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.room.domain.RoomPolicy;
import org.kalends.room.domain.RoomPolicy.Mode;
import org.kalends.room.domain.RoomPolicy.Refusal;
import org.kalends.room.domain.RoomPolicy.Wish;
import org.kalends.room.domain.RoomSlots;
import org.kalends.room.domain.Slot;
import org.kalends.room.store.PolicyStore;
import org.kalends.room.store.PolicyStore.Ruled;

/** What the policies of rooms make of what is asked of them. */
@ApplicationScoped
class RoomRules {

    private static final int LARGEST_GROUP = 2_000;
    private static final int TOLERATED = 10; // percent of a series

    @Inject
    PolicyStore policies;

    @Inject
    Directory directory;

    /**
     * What is asked.
     *
     * @param organizer null for somebody outside
     */
    record Asked(@Nullable UUID organizer, EventSeries series, Collection<Principal> rooms, Instant at) {}

    /** What can be had of the slots as far as policies go. */
    record Judged(Map<UUID, Mode> modes, Map<UUID, Refusal> whole, Map<Slot, Refusal> parts) {

        /** Whether the slot takes the room's time. */
        boolean books(Slot slot) {
            return modes.get(slot.room()) != Mode.ALWAYS && !whole.containsKey(slot.room()) && !parts.containsKey(slot);
        }
    }

    Judged judge(Asked asked, List<Slot> slots) {
        var rules = policies.of(asked.rooms().stream().map(Principal::id).toList());
        var modes = new HashMap<UUID, Mode>();
        var whole = new HashMap<UUID, Refusal>();
        var parts = new HashMap<Slot, Refusal>();
        for (var room : asked.rooms()) {
            var rule = Objects.requireNonNull(rules.get(room.id()));
            var policy = rule.policy();
            modes.put(room.id(), policy.mode());
            policy.refusal(wish(asked, rule)).ifPresent(no -> whole.put(room.id(), no));
            var own =
                    slots.stream().filter(slot -> slot.room().equals(room.id())).toList();
            var refused = new HashMap<Slot, Refusal>();
            own.forEach(slot -> policy.refusal(slot, room.zone(), asked.at()).ifPresent(no -> refused.put(slot, no)));
            if (tolerable(refused.size(), own.size())) parts.putAll(refused);
            else refused.values().stream().findFirst().ifPresent(no -> whole.putIfAbsent(room.id(), no));
        }
        return new Judged(modes, whole, parts);
    }

    /** A series can do without a few of its instances. */
    static boolean tolerable(int lost, int all) {
        return lost * 100 <= all * TOLERATED;
    }

    private Wish wish(Asked asked, Ruled rule) {
        var people = asked.series().lead().attendees().stream()
                .filter(attendee -> !RoomSlots.isRoom(attendee))
                .map(attendee -> attendee.address().value())
                .toList();
        var all = new HashSet<>(people);
        Optional.ofNullable(asked.series().lead().organizer())
                .ifPresent(organizer -> all.add(organizer.address().value()));
        return new Wish(asked.organizer(), people(rule.policy()), all.size(), rule.capacity());
    }

    private Set<UUID> people(RoomPolicy policy) {
        if (policy.allowed().isEmpty()) return Set.of();
        var people = new HashSet<UUID>();
        for (var named : directory.byIds(policy.allowed()).values()) {
            if (named.kind() != Kind.GROUP) people.add(named.id());
            else directory.membersOf(named.id(), LARGEST_GROUP).forEach(member -> people.add(member.id()));
        }
        return people;
    }
}
