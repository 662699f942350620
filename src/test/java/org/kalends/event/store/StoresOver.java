package org.kalends.event.store;

import org.jdbi.v3.core.Jdbi;

/** The event stores without a container. */
public final class StoresOver {

    private StoresOver() {}

    public static EventStore events(Jdbi jdbi) {
        var store = new EventStore();
        store.jdbi = jdbi;
        return store;
    }

    public static UpkeepStore upkeep(Jdbi jdbi) {
        var store = new UpkeepStore();
        store.jdbi = jdbi;
        return store;
    }
}
