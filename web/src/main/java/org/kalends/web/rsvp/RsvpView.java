package org.kalends.web.rsvp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, all of it words. Null or empty leaves its part out.
 *
 * @param text the bundle's sentences by key
 * @param done what has just been answered; null when nothing was
 * @param facts null on pages that show no event
 * @param form null when there is nothing to answer
 */
record RsvpView(
        String language,
        Map<String, String> text,
        String heading,
        boolean cancelled,
        @Nullable String done,
        @Nullable Facts facts,
        List<String> notes,
        @Nullable Form form,
        boolean again) {

    /** The event, and what the invited has said of it. */
    record Facts(
            String when,
            @Nullable String zone,
            boolean repeats,
            @Nullable String place,
            @Nullable String organizer,
            @Nullable String mine,
            @Nullable String proposed) {}

    /** The form, filled in with what is known. */
    record Form(
            List<Option> options,
            String comment,
            boolean proposing,
            boolean allDay,
            String day,
            String from,
            String to) {}

    record Option(String value, String label, boolean checked) {}
}
