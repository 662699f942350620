package org.kalends.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.Calendars;
import org.kalends.calendar.CollectionChange;
import org.kalends.calendar.CollectionEditing;
import org.kalends.calendar.DeadProperty;
import org.kalends.calendar.SubscriptionChange;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.subscription.domain.Source;

/** Calendars that follow an address from the moment they are made, and changed as a whole; all or nothing. */
@Stateless
public class Subscribing {

    @Inject
    Calendars calendars;

    @Inject
    CollectionEditing collections;

    @Inject
    Subscriptions subscriptions;

    /**
     * By who asks for no more: without the feed's alarms, and called by its host until the feed tells its name.
     *
     * @throws CalendarException 400 for an address that cannot be one
     */
    public CalendarCollection subscribe(Principal owner, Calendars.Change wanted, String source) {
        var name = wanted.name() == null ? Source.read(source).host() : wanted.name();
        var made =
                calendars.create(owner, new Calendars.Change(name, wanted.color(), wanted.zone(), wanted.reminders()));
        var change = new SubscriptionChange(source, null, Set.of(Strip.ALARMS), Set.of());
        subscriptions.begin(owner, made.id(), change);
        return calendars.find(owner, made.id().toString());
    }

    /** @throws CalendarException 400 for a calendar that follows nothing */
    public CalendarCollection change(Principal owner, String id, Calendars.Change wanted, String source) {
        subscriptions.change(owner, id, SubscriptionChange.NONE.from(source));
        return calendars.change(owner, id, wanted);
    }

    /** By a client that says each thing itself, at an address of its choice. */
    public UUID create(Principal owner, String uri, CollectionChange wanted, List<DeadProperty> dead) {
        var made = collections.create(owner, uri, wanted, dead);
        if (!wanted.subscription().nothing()) subscriptions.begin(owner, made, wanted.subscription());
        return made;
    }

    /** @throws CalendarException 403 where he may do less, 400 for a source of what follows nothing */
    public void change(
            Principal viewer, CalendarCollection calendar, CollectionChange wanted, List<DeadProperty> dead) {
        collections.change(viewer, calendar, wanted, dead);
        subscriptions.change(viewer, calendar.id().toString(), wanted.subscription());
    }
}
