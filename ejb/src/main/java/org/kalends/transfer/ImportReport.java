package org.kalends.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a file, object by object in the order of the file. */
public record ImportReport(List<Item> items) {

    public ImportReport {
        items = List.copyOf(items);
    }

    /** What became of an object. */
    public enum Outcome {
        IMPORTED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One object.
     *
     * @param uid empty where the file gave none
     * @param component such as {@code VEVENT}
     * @param reason why it was refused; null else
     */
    public record Item(String uid, String component, Outcome outcome, @Nullable String reason) {}

    public long count(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
