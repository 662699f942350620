package org.kalends.event.resource;

import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.overlay.Overlay;
import org.kalends.event.overlay.Split;
import org.kalends.event.store.ObjectStore.Rival;

/**
 * A text that somebody wrote, with what is his alone set apart; of his own calendar nothing is.
 *
 * @param shared what is stored for all
 */
record Part(ObjectText shared, Overlay overlay) {

    /** @param present what stands at its place, of the same UID; null when nothing does */
    static Part of(CalendarCollection calendar, ObjectText sent, @Nullable Rival present) {
        if (!calendar.shared()) return new Part(sent, Overlay.NONE);
        var split = present == null
                ? Split.fresh(sent.text())
                : Split.of(present.row().text(), sent.text(), calendar.rights().level());
        return new Part(split.shared().equals(sent.text()) ? sent : ObjectText.read(split.shared()), split.overlay());
    }

    boolean changes(@Nullable Rival present) {
        return present == null || !present.row().text().equals(shared.text());
    }
}
