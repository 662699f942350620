package org.kalends.room.store;

import org.jdbi.v3.core.Jdbi;

/** The stores of rooms without a container. */
public final class StoresOfRooms {

    private StoresOfRooms() {}

    public static ReachStore reaches(Jdbi jdbi) {
        var store = new ReachStore();
        store.jdbi = jdbi;
        return store;
    }

    public static BookingStore bookings(Jdbi jdbi) {
        var store = new BookingStore();
        store.jdbi = jdbi;
        return store;
    }

    public static PolicyStore policies(Jdbi jdbi) {
        var store = new PolicyStore();
        store.jdbi = jdbi;
        return store;
    }
}
