package org.kalends.calendar.domain;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Primary key of a calendar: the home leads, so that a home can move as a whole. */
public final class CalendarKey implements Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable UUID home;
    private @Nullable UUID id;

    public CalendarKey() {}

    public CalendarKey(UUID home, UUID id) {
        this.home = home;
        this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarKey key && Objects.equals(home, key.home) && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(home, id);
    }
}
