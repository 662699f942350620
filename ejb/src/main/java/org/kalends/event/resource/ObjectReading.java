package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.store.ObjectChanges;
import org.kalends.event.store.ObjectChanges.Since;
import org.kalends.event.store.ObjectChanges.Texts;
import org.kalends.event.store.ObjectStore;

/**
 * Calendar objects read by their names, by lists and by what changed; each call is one statement, read while the sink
 * takes the rows. Who calls has the collection from {@link org.kalends.calendar.CalendarCollections}, which says who
 * may.
 */
@Stateless
public class ObjectReading {

    @Inject
    ObjectStore objects;

    @Inject
    ObjectChanges changes;

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<CalendarObject> head(CalendarCollection calendar, String name) {
        return objects.head(calendar.home(), calendar.id(), name);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<WithText> find(CalendarCollection calendar, String name) {
        return objects.find(calendar.home(), calendar.id(), name);
    }

    public void list(CalendarCollection calendar, Consumer<CalendarObject> sink) {
        objects.list(calendar.home(), calendar.id(), sink);
    }

    public void listTexts(CalendarCollection calendar, Consumer<WithText> sink) {
        objects.listTexts(calendar.home(), calendar.id(), sink);
    }

    /** Those of these names that are there, in no order. */
    public void named(CalendarCollection calendar, Collection<String> names, Consumer<WithText> sink) {
        objects.named(calendar.home(), calendar.id(), names, sink);
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
        changes.since(since(calendar, known, Texts.READ), limit, sink);
    }

    private static Since since(CalendarCollection calendar, Known known, Texts texts) {
        return new Since(calendar.home(), calendar.id(), known.after(), known.untold(), texts);
    }
}
