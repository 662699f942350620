package org.kalends.freebusy.store;

import org.jdbi.v3.core.Jdbi;

/** The store of busy times without a container. */
public final class BusyStoreOver {

    private BusyStoreOver() {}

    public static BusyStore database(Jdbi jdbi) {
        var store = new BusyStore();
        store.jdbi = jdbi;
        return store;
    }
}
