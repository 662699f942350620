package org.kalends.event.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.domain.Masking;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.identity.Caller;

/** Private objects of others' calendars, as who may not see them gets them; no other text is looked into. */
@ApplicationScoped
class ObjectMask {

    @Inject
    Caller caller;

    WithText of(CalendarCollection calendar, WithText found) {
        return calendar.rights().seesPrivate() ? found : new WithText(found.object(), text(found.text()));
    }

    NamedChange of(CalendarCollection calendar, NamedChange change) {
        byte[] text = change.text();
        if (calendar.rights().seesPrivate() || text == null) return change;
        return new NamedChange(change.name(), change.sequence(), change.object(), text(text));
    }

    /** Whether that is needed for an object of the calendar. */
    static boolean hides(CalendarCollection calendar, String text) {
        return !calendar.rights().seesPrivate() && Masking.needed(ContentReader.calendar(text));
    }

    private byte[] text(byte[] stored) {
        var calendar = ContentReader.calendar(new String(stored, StandardCharsets.UTF_8));
        if (!Masking.needed(calendar)) return stored;
        return Masking.text(calendar, caller.principal().language()).getBytes(StandardCharsets.UTF_8);
    }
}
