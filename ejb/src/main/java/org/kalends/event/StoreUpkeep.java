package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.domain.Derived;
import org.kalends.event.domain.Horizon;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.UpkeepStore;
import org.kalends.identity.Directory;

/** Columns and instances computed again from the texts, a lot in a transaction. */
@Stateless
public class StoreUpkeep {

    private static final int LOT = 100;
    private static final Duration DAILY = Duration.ofDays(1);
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    UpkeepStore store;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** An object's key; where a lot ended. */
    public record Key(UUID home, UUID object) {}

    /**
     * What a lot came to.
     *
     * @param last null when there was nothing left
     */
    public record Lot(int size, @Nullable Key last) {}

    /** Brings some of the series that are stored less far than today's horizon up to it; zero when all are. */
    public int roll() {
        var horizon = new Horizon(clock.instant());
        var rows = store.endingBefore(horizon.end().minus(DAILY), LOT);
        rows.forEach(row -> derive(row, horizon));
        return rows.size();
    }

    /** @param after null to begin */
    public Lot rebuild(@Nullable Key after) {
        var horizon = new Horizon(clock.instant());
        var from = after == null ? new Key(FIRST, FIRST) : after;
        var rows = store.after(from.home(), from.object(), LOT);
        rows.forEach(row -> derive(row, horizon));
        if (rows.isEmpty()) return new Lot(0, null);
        var last = rows.get(rows.size() - 1);
        return new Lot(rows.size(), new Key(last.homeId(), last.objId()));
    }

    private void derive(EventRow row, Horizon horizon) {
        var owner = Set.copyOf(directory.addressesOf(row.homeId()));
        store.derive(row, Derived.from(row.event().series(), owner, horizon));
    }
}
