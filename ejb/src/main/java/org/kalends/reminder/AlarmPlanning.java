package org.kalends.reminder;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.reminder.store.AlarmStore;
import org.kalends.reminder.store.AlarmStore.Changed;

/** Reckons, for what was changed, whom it is to remind next and when. Any number of nodes may do it at once. */
@Stateless
public class AlarmPlanning {

    private static final int LOT = 200;

    @Inject
    AlarmStore alarms;

    @Inject
    Readers readers;

    /** False when there was nothing to do. */
    public boolean planLot() {
        var changed = alarms.takeChanged(LOT);
        if (changed.isEmpty()) return false;
        var since = changed.stream().collect(toMap(Changed::object, Changed::at, AlarmPlanning::earlier));
        var known = alarms.known(changed).stream().collect(toMap(Due::key, Due::at));
        var next = new ArrayList<Due>();
        for (var reader : readers.of(homes(changed), objects(changed)).values()) {
            var key = reader.key();
            var after = since.getOrDefault(key.object(), Instant.EPOCH);
            next(reader, known.get(key), after)
                    .map(at -> new Due(key.home(), key.object(), key.user(), at))
                    .ifPresent(next::add);
        }
        alarms.replace(changed, next, HandingOver.AHEAD);
        return true;
    }

    /** What was due already and is so still, was not told yet: it stays, late as it may be. */
    private static Optional<Instant> next(Readers.Reader reader, @Nullable Instant known, Instant after) {
        var times = reader.times();
        if (known != null && !known.isAfter(after) && !times.at(known).isEmpty()) return Optional.of(known);
        return times.next(after);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Collection<UUID> homes(List<Changed> changed) {
        return changed.stream().map(Changed::home).toList();
    }

    private static Collection<UUID> objects(List<Changed> changed) {
        return changed.stream().map(Changed::object).toList();
    }
}
