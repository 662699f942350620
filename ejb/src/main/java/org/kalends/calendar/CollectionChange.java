package org.kalends.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.PersonalSettings.DefaultReminder;
import org.kalends.outbox.Json;

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
        Rules rules,
        SubscriptionChange subscription) {

    public static final CollectionChange NONE =
            new CollectionChange(null, null, null, null, Rules.NONE, SubscriptionChange.NONE);

    /**
     * How it is read.
     *
     * @param timed default reminders of events at an hour
     * @param allDay the same of all-day events
     */
    public record Rules(
            @Nullable ZoneId zone,
            @Nullable Boolean transparent,
            @Nullable Set<String> components,
            @Nullable List<DefaultReminder> timed,
            @Nullable List<DefaultReminder> allDay) {

        public static final Rules NONE = new Rules(null, null, null, null, null);

        public Rules inZone(@Nullable ZoneId changed) {
            return new Rules(changed, transparent, components, timed, allDay);
        }

        public Rules counting(boolean asFree) {
            return new Rules(zone, asFree, components, timed, allDay);
        }

        public Rules taking(Set<String> changed) {
            return new Rules(zone, transparent, changed, timed, allDay);
        }

        public Rules remindingTimed(List<DefaultReminder> changed) {
            return new Rules(zone, transparent, components, changed, allDay);
        }

        public Rules remindingAllDay(List<DefaultReminder> changed) {
            return new Rules(zone, transparent, components, timed, changed);
        }

        /** The reminders that change, as JSON that is laid over those there are; empty when none do. */
        public String reminders() {
            Map<String, List<DefaultReminder>> changed = new TreeMap<>();
            if (timed != null) changed.put("timed", timed);
            if (allDay != null) changed.put("allDay", allDay);
            return changed.isEmpty() ? "" : Json.write(changed);
        }
    }

    public CollectionChange named(String changed) {
        return new CollectionChange(changed, description, color, position, rules, subscription);
    }

    public CollectionChange described(String changed) {
        return new CollectionChange(name, changed, color, position, rules, subscription);
    }

    public CollectionChange painted(String changed) {
        return new CollectionChange(name, description, changed, position, rules, subscription);
    }

    public CollectionChange placed(int changed) {
        return new CollectionChange(name, description, color, changed, rules, subscription);
    }

    public CollectionChange with(Rules changed) {
        return new CollectionChange(name, description, color, position, changed, subscription);
    }

    public CollectionChange following(SubscriptionChange changed) {
        return new CollectionChange(name, description, color, position, rules, changed);
    }
}
