package org.kalends.reminder;

import java.util.List;

/** Body of a message in the queue {@code reminder}: what is due at one moment or nearly so. */
public record Briefs(List<Due> dues) {

    public Briefs {
        dues = List.copyOf(dues);
    }
}
