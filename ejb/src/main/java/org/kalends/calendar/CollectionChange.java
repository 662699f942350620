package org.kalends.calendar;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a calendar, or how to make one; null leaves as it is.
 *
 * @param color {@code #rrggbb}
 */
public record CollectionChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable String color,
        @Nullable Integer position,
        Rules rules) {

    public static final CollectionChange NONE = new CollectionChange(null, null, null, null, Rules.NONE);

    /** How it is read. */
    public record Rules(@Nullable ZoneId zone, @Nullable Boolean transparent, @Nullable Set<String> components) {

        public static final Rules NONE = new Rules(null, null, null);

        public Rules inZone(@Nullable ZoneId changed) {
            return new Rules(changed, transparent, components);
        }

        public Rules counting(boolean asFree) {
            return new Rules(zone, asFree, components);
        }

        public Rules taking(Set<String> changed) {
            return new Rules(zone, transparent, changed);
        }
    }

    public CollectionChange named(String changed) {
        return new CollectionChange(changed, description, color, position, rules);
    }

    public CollectionChange described(String changed) {
        return new CollectionChange(name, changed, color, position, rules);
    }

    public CollectionChange painted(String changed) {
        return new CollectionChange(name, description, changed, position, rules);
    }

    public CollectionChange placed(int changed) {
        return new CollectionChange(name, description, color, changed, rules);
    }

    public CollectionChange with(Rules changed) {
        return new CollectionChange(name, description, color, position, changed);
    }
}
