package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kalends.event.store.PruningStore;

/**
 * Keeps the change log small. A client that was away for longer than removals are kept is told so and lists anew.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6578#section-3.8">RFC 6578, 3.8</a>
 */
@Stateless
public class ChangePruning {

    private static final int LOT = 200;

    @Inject
    PruningStore store;

    @Inject
    EventSettings settings;

    /** Forgets old removals of some calendars; zero when there are none left. */
    public int lot() {
        return store.prune(settings.removalsKept(), LOT);
    }

    /**
     * Makes every sync token invalid, for a database that was put back to an earlier state: counters go on from there,
     * and a token of the lost time would be taken for one of the new.
     */
    public int raiseEpoch() {
        return store.raiseEpoch();
    }
}
