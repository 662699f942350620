package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Ids;
import org.kalends.event.ChangeNotice.Kind;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.domain.Derived;
import org.kalends.event.domain.Horizon;
import org.kalends.event.domain.ScheduleTags;
import org.kalends.event.resource.ObjectText;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.EventStore.State;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.codec.SplitText;
import org.kalends.icalendar.recurrence.InstanceShift;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.log.Facts;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * The one way into the store: writes the text with all that is derived from it, tells the features above, and leaves a
 * notice for whoever watches the calendar. Runs in the transaction of the boundary that calls it.
 */
@ApplicationScoped
public class EventWriter {

    @Inject
    EventStore store;

    @Inject
    Directory directory;

    @Inject
    Event<EventChange> changes;

    @Inject
    Event<EventMoved> moves;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** A new event in one of the owner's calendars, under a name of its own. */
    StoredEvent create(Principal owner, UUID calendar, EventSeries series, Origin origin) {
        var id = Ids.next();
        var place = new Place(owner.id(), calendar, id, id + ".ics");
        var saved = add(place, new Written(ICalendar.write(series), series, UUID.randomUUID()));
        tell(new Told(saved, null, series, Kind.CREATED), origin);
        return saved;
    }

    /**
     * A text as a client wrote it, to the octet.
     *
     * @param before what stands at that place; null when nothing does
     */
    public StoredEvent store(Place place, @Nullable StoredEvent before, ObjectText text, Origin origin) {
        var series = text.events();
        var written = new Written(text.text(), series, UUID.randomUUID());
        var saved = before == null ? add(place, written) : save(place, written);
        if (before == null) tell(new Told(saved, null, series, Kind.CREATED), origin);
        else tell(new Told(saved, before.series(), series, Kind.CHANGED), origin);
        return saved;
    }

    /**
     * The text with a note that is its owner's alone. Who knew the event before knows it still, and nobody is told but
     * those who watch.
     */
    StoredEvent annotate(StoredEvent before, ObjectText text) {
        var written = new Written(text.text(), text.events(), tagOf(before));
        var saved = save(place(before), written, Cause.RESULTS);
        outbox.add(List.of(notice(saved, Kind.CHANGED, clock.instant())));
        return saved;
    }

    /** The part that was split off a series, with what the records do not know of it. */
    StoredEvent split(StoredEvent from, EventSeries future, InstanceShift shift, Origin origin) {
        var id = Ids.next();
        var place = new Place(from.home(), from.calendar(), id, id + ".ics");
        var text = SplitText.future(from.ical(), from.series().uid(), future, shift);
        var saved = add(place, new Written(text, future, UUID.randomUUID()));
        tell(new Told(saved, null, future, Kind.CREATED), origin);
        return saved;
    }

    /** The next state of a stored event; what the records do not know stays as it was stored. */
    StoredEvent replace(StoredEvent before, EventSeries after, Origin origin) {
        return replace(before, after, InstanceShift.none(after.lead()), origin);
    }

    /** The same of a series whose instances moved. */
    StoredEvent replace(StoredEvent before, EventSeries after, InstanceShift shift, Origin origin) {
        var text = ICalendar.update(before.ical(), after, shift);
        var saved = save(place(before), new Written(text, after, scheduleTag(before, after, origin)), origin.cause());
        tell(new Told(saved, before.series(), after, Kind.CHANGED), origin);
        return saved;
    }

    /** Out of the trash; to the features above it is a new event. */
    StoredEvent restore(StoredEvent trashed, EventSeries series, UUID calendar, Origin origin) {
        var place = new Place(trashed.home(), calendar, trashed.id(), trashed.id() + ".ics");
        var saved = save(place, new Written(ICalendar.update(trashed.ical(), series), series, UUID.randomUUID()));
        tell(new Told(saved, null, series, Kind.CREATED), origin);
        return saved;
    }

    /** The same event in another calendar of the same home; nobody is told but those who watch. */
    StoredEvent move(StoredEvent event, UUID calendar) {
        return move(event, calendar, event.name());
    }

    /** The same, under another name. */
    public StoredEvent move(StoredEvent event, UUID calendar, String name) {
        store.leave(place(event));
        var moved = new Place(event.home(), calendar, event.id(), name);
        var saved = save(moved, new Written(event.ical(), event.series(), tagOf(event)));
        var now = clock.instant();
        moves.fire(new EventMoved(event.home(), event.series().uid(), now));
        outbox.add(List.of(notice(saved, Kind.CHANGED, now)));
        return saved;
    }

    public void remove(StoredEvent before, Origin origin) {
        store.trash(place(before), clock.instant());
        tell(new Told(before, before.series(), null, Kind.DELETED), origin);
    }

    private record Written(String text, EventSeries series, UUID scheduleTag) {}

    private static UUID scheduleTag(StoredEvent before, EventSeries after, Origin origin) {
        return origin.cause() == Cause.PERSON
                ? UUID.randomUUID()
                : ScheduleTags.afterDelivery(before.scheduleTag(), before.series(), after);
    }

    private static UUID tagOf(StoredEvent event) {
        var tag = event.scheduleTag();
        return tag == null ? UUID.randomUUID() : tag;
    }

    private StoredEvent save(Place place, Written written) {
        return save(place, written, Cause.PERSON);
    }

    private StoredEvent save(Place place, Written written, Cause cause) {
        var now = clock.instant();
        var state = state(place, written, now);
        var row = cause == Cause.RESULTS
                ? store.annotate(place, state, store.knownSince(place.home(), place.object()), now)
                : store.save(place, state, now);
        return row.with(written.series());
    }

    /** What was not there before, under an id of its own. */
    private StoredEvent add(Place place, Written written) {
        var now = clock.instant();
        return store.create(place, state(place, written, now), now).with(written.series());
    }

    private State state(Place place, Written written, Instant now) {
        var series = written.series();
        var addresses = new HashSet<>(directory.addressesOf(place.home()));
        return new State(
                series.uid(), written.text(), Derived.from(series, addresses, new Horizon(now)), written.scheduleTag());
    }

    private record Told(StoredEvent event, @Nullable EventSeries before, @Nullable EventSeries after, Kind kind) {}

    private void tell(Told told, Origin origin) {
        var now = clock.instant();
        var event = told.event();
        Facts.note(Facts.EVENT, event.series().uid().value());
        changes.fire(new EventChange(
                event.home(),
                event.calendar(),
                event.id(),
                told.before(),
                told.after(),
                origin.actor(),
                origin.cause(),
                origin.announcement(),
                now));
        outbox.add(List.of(notice(event, told.kind(), now)));
    }

    private static OutboxMessage notice(StoredEvent event, Kind kind, Instant now) {
        var etag = kind == Kind.DELETED ? "" : event.etag();
        var body = new ChangeNotice(event.home(), event.calendar(), event.id(), kind, etag, now, null);
        var key = event.id() + " " + kind + " " + event.etag();
        return new OutboxMessage(event.home(), Queue.CHANGES, key, body, now);
    }

    private static Place place(StoredEvent event) {
        return new Place(event.home(), event.calendar(), event.id(), event.name());
    }
}
