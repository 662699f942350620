package org.kalends.event;

import java.util.function.Function;

/** What came of a change. */
public sealed interface EditOutcome {

    /** @param event as it stands now; of a split series the part that was changed */
    record Saved(StoredEvent event) implements EditOutcome {}

    /** It went, wholly or in part. */
    record Removed() implements EditOutcome {}

    /** Somebody changed it since; nothing was done. */
    record Stale(StoredEvent current) implements EditOutcome {}

    /** Somebody is editing it; nothing was done. */
    record Locked(EditLock.Holder holder) implements EditOutcome {}

    default <R> R match(
            Function<Saved, R> saved,
            Function<Removed, R> removed,
            Function<Stale, R> stale,
            Function<Locked, R> locked) {
        if (this instanceof Saved s) return saved.apply(s);
        if (this instanceof Removed r) return removed.apply(r);
        if (this instanceof Stale s) return stale.apply(s);
        return locked.apply((Locked) this);
    }
}
