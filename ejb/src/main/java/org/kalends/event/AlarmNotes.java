package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kalends.event.resource.ObjectText;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Level;

/** What somebody notes of the alarms that he has in an event: in the event where it is his own, beside it where not. */
@Stateless
public class AlarmNotes {

    @Inject
    EventSight sight;

    @Inject
    EventWriter writer;

    @Inject
    EditLock lock;

    @Inject
    Overlaying overlaying;

    /** Whether it was noted. */
    public enum Outcome {
        NOTED,
        /** Nobody writes into an event that another is editing, nor into one out of a feed. */
        CLOSED
    }

    /**
     * @param edit from the text as its reader has it; changes alarms only
     * @throws CalendarException 404 where he sees no such event
     */
    public Outcome note(Principal reader, UUID event, UnaryOperator<String> edit) {
        var locked = sight.lock(reader, event, Level.READ);
        var before = locked.row().event();
        if (!locked.rights().own()) {
            overlaying.keep(
                    locked.viewer(), before, edit.apply(locked.seen(before).ical()));
            return Outcome.NOTED;
        }
        boolean closed = !locked.rights().holds(Level.WRITE)
                || lock.heldAgainst(reader, locked.owner(), before.series()).isPresent();
        if (closed) return Outcome.CLOSED;
        writer.annotate(before, ObjectText.read(edit.apply(before.ical())));
        return Outcome.NOTED;
    }
}
