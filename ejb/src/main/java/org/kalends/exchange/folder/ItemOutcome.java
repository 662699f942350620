package org.kalends.exchange.folder;

import org.jspecify.annotations.Nullable;

/**
 * What became of an item.
 *
 * @param uid null where it is not known
 * @param calendar the name that its calendar has in Exchange
 * @param reason why it was not taken, or what of it was lost; empty if all went well
 */
public record ItemOutcome(
        String item, @Nullable String uid, String calendar, String title, Action action, String reason) {

    /** What was done. */
    public enum Action {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** It is not meant to be moved. */
        SKIPPED,
        /** Somebody is editing the event here. */
        HELD,
        FAILED,
        /** It has more or fewer instances here. */
        DIFFERS;

        /** Whether the event is here as the item says it. */
        public boolean kept() {
            return this == CREATED || this == UPDATED || this == UNCHANGED;
        }
    }

    /** Whether a person should see it. */
    public boolean noteworthy() {
        return !reason.isEmpty();
    }
}
