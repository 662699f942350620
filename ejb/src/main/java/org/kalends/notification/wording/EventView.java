package org.kalends.notification.wording;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the templates show, all of it words. Null or empty leaves its line out.
 *
 * @param label the bundle's {@code label.*} by their last part
 * @param instance which date of a series it is about; null for the whole
 * @param when in the reader's zone, then in the organizer's where that differs
 * @param proposed the time that an attendee would rather have
 */
public record EventView(
        String language,
        Map<String, String> label,
        String heading,
        String title,
        boolean cancelled,
        List<Change> changes,
        @Nullable String instance,
        List<String> when,
        @Nullable String proposed,
        @Nullable String repeats,
        @Nullable String place,
        @Nullable String conference,
        @Nullable String comment,
        @Nullable String organizer,
        List<Guest> guests,
        @Nullable String moreGuests,
        @Nullable String description,
        List<Button> buttons,
        @Nullable String eventLink,
        @Nullable String settingsLink,
        String footer,
        String footerSettings) {

    /** One field, old and new; empty where there is only the other. */
    public record Change(String label, String before, String after) {

        public boolean hasBefore() {
            return !before.isEmpty();
        }

        public boolean hasAfter() {
            return !after.isEmpty();
        }

        public boolean hasBoth() {
            return hasBefore() && hasAfter();
        }
    }

    /** Somebody invited, and what he said. */
    public record Guest(String name, String answer) {}

    /** What a click says. */
    public record Button(String label, String link, String color) {}

    public boolean hasChanges() {
        return !changes.isEmpty();
    }

    public boolean hasGuests() {
        return !guests.isEmpty();
    }

    public boolean hasButtons() {
        return !buttons.isEmpty();
    }
}
