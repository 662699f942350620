package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Every column and instance computed again from the stored texts, in small transactions, while people work. Changes
 * nothing on a healthy database, and no version in any case.
 */
@ApplicationScoped
public class Rebuild {

    @Inject
    StoreUpkeep upkeep;

    /** How many events were gone through. */
    public long all() {
        long done = 0;
        for (var lot = upkeep.rebuild(null); lot.last() != null; lot = upkeep.rebuild(lot.last())) done += lot.size();
        return done;
    }
}
