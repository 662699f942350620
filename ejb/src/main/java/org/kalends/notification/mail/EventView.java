package org.kalends.notification.mail;

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
record EventView(
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
    record Change(String label, String before, String after) {

        boolean hasBefore() {
            return !before.isEmpty();
        }

        boolean hasAfter() {
            return !after.isEmpty();
        }

        boolean hasBoth() {
            return hasBefore() && hasAfter();
        }
    }

    record Guest(String name, String answer) {}

    record Button(String label, String link, String color) {}

    boolean hasChanges() {
        return !changes.isEmpty();
    }

    boolean hasGuests() {
        return !guests.isEmpty();
    }

    boolean hasButtons() {
        return !buttons.isEmpty();
    }
}
