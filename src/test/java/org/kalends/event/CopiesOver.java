package org.kalends.event;

import org.jdbi.v3.core.Jdbi;
import org.kalends.event.store.StoresOver;

/** Reads copies without a container. */
public final class CopiesOver {

    private CopiesOver() {}

    public static EventCopies reading(Jdbi jdbi) {
        var copies = new EventCopies();
        copies.store = StoresOver.events(jdbi);
        return copies;
    }
}
