package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.store.ObjectChanges;
import org.kalends.event.store.ObjectChanges.Since;
import org.kalends.event.store.ObjectChanges.Texts;
import org.kalends.event.store.ObjectStore;
import org.kalends.event.store.View;
import org.kalends.identity.Caller;
import org.kalends.sharing.Level;

/**
 * Calendar objects read by their names, by lists and by what changed; each call is one statement, read while the sink
 * takes the rows. The collection, from {@link org.kalends.calendar.CalendarCollections}, says what who looks may see.
 */
@Stateless
public class ObjectReading {

    @Inject
    ObjectStore objects;

    @Inject
    ObjectChanges changes;

    @Inject
    ObjectMask mask;

    @Inject
    Caller caller;

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<CalendarObject> head(CalendarCollection calendar, String name) {
        Access.check(calendar, Level.READ);
        return objects.head(view(calendar), name);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<WithText> find(CalendarCollection calendar, String name) {
        Access.check(calendar, Level.READ);
        return objects.find(view(calendar), name).map(found -> mask.of(calendar, found));
    }

    /** All of a calendar, as far as a list tells of them. */
    public void members(CalendarCollection calendar, Consumer<Member> sink) {
        Access.check(calendar, Level.READ);
        objects.members(view(calendar), sink);
    }

    public void list(CalendarCollection calendar, Consumer<CalendarObject> sink) {
        Access.check(calendar, Level.READ);
        objects.list(view(calendar), sink);
    }

    public void listTexts(CalendarCollection calendar, Consumer<WithText> sink) {
        Access.check(calendar, Level.READ);
        objects.listTexts(view(calendar), found -> sink.accept(mask.of(calendar, found)));
    }

    /** Those of these names that are there, in no order. */
    public void named(CalendarCollection calendar, Collection<String> names, Consumer<WithText> sink) {
        Access.check(calendar, Level.READ);
        objects.named(view(calendar), names, found -> sink.accept(mask.of(calendar, found)));
    }

    /**
     * Where a client stands.
     *
     * @param after sequence of the last change that it knows; 0 for none
     * @param untold removals up to this one it need not hear of: it never had those objects
     */
    public record Known(long after, long untold) {}

    /** In the order of the changes. */
    public void changes(CalendarCollection calendar, Known known, int limit, Consumer<NamedChange> sink) {
        changes.since(since(calendar, known, Texts.LEFT_OUT), limit, sink);
    }

    /** The same with the texts. */
    public void changedTexts(CalendarCollection calendar, Known known, int limit, Consumer<NamedChange> sink) {
        changes.since(since(calendar, known, Texts.READ), limit, change -> sink.accept(mask.of(calendar, change)));
    }

    private Since since(CalendarCollection calendar, Known known, Texts texts) {
        Access.check(calendar, Level.READ);
        return new Since(view(calendar), known.after(), known.untold(), texts);
    }

    private View view(CalendarCollection calendar) {
        return View.of(calendar, caller);
    }
}
