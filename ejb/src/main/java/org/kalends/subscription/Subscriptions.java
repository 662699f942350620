package org.kalends.subscription;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.SubscriptionChange;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.subscription.domain.Source;
import org.kalends.subscription.store.SubscriptionStore;

/** Calendars made to follow an address outside, and what these follow. */
@Stateless
public class Subscriptions {

    @Inject
    SubscriptionStore store;

    @Inject
    Access access;

    @Inject
    Event<SubscriptionDue> due;

    @Inject
    Clock clock;

    /** Those of one's own home. */
    public List<Subscription> of(Principal owner) {
        return store.of(owner.id());
    }

    /**
     * Makes a new calendar of one's own follow an address. It counts as free time, as what others publish rarely takes
     * one's own.
     *
     * @throws CalendarException 400 for an address that cannot be one
     */
    public void begin(Principal owner, UUID calendar, SubscriptionChange wanted) {
        var source = Source.read(wanted.source() == null ? "" : wanted.source());
        access.own(owner, calendar.toString());
        store.add(owner.id(), calendar, wanted.from(source.toString()), clock.instant());
        due.fire(new SubscriptionDue());
    }

    /** @throws CalendarException 404 for a calendar that he does not see, 400 for one that follows nothing */
    public void change(Principal owner, String calendar, SubscriptionChange wanted) {
        if (wanted.nothing()) return;
        var own = fed(owner, calendar);
        var source = wanted.source();
        var sound = source == null ? wanted : wanted.from(Source.read(source).toString());
        store.change(own.home(), own.id(), sound, clock.instant());
        due.fire(new SubscriptionDue());
    }

    /** Looked at as soon as it may be: a feed is asked no more than every ten seconds. */
    public void refresh(Principal owner, String calendar) {
        var own = fed(owner, calendar);
        store.hasten(own.home(), own.id(), clock.instant());
        due.fire(new SubscriptionDue());
    }

    private CalendarCollection fed(Principal owner, String calendar) {
        var own = access.own(owner, calendar);
        if (!own.fed()) throw CalendarException.invalid("source", "the calendar follows no address");
        return own;
    }
}
