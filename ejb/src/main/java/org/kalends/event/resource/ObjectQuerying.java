package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.resource.filter.ComponentFilter;
import org.kalends.event.resource.filter.ObjectView;
import org.kalends.event.resource.filter.Presence;
import org.kalends.event.store.ObjectQueries;
import org.kalends.event.store.ObjectQueries.Candidate;
import org.kalends.event.store.ObjectQueries.Range;
import org.kalends.event.store.View;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.identity.Caller;
import org.kalends.sharing.Level;
import org.kalends.time.Interval;

/**
 * Objects found by a filter: one statement. A range of time alone is answered from the stored instances; whatever else
 * is asked is judged on the texts of the candidates, one after the other.
 */
@Stateless
public class ObjectQuerying {

    private static final Interval ALWAYS = new Interval(ObjectText.EARLIEST, ObjectText.LATEST);

    @Inject
    ObjectQueries queries;

    @Inject
    ObjectMask mask;

    @Inject
    Caller caller;

    public void find(CalendarCollection calendar, ObjectQuery query, Consumer<WithText> sink) {
        Access.check(calendar, Level.READ);
        var view = View.of(calendar, caller);
        var lead = lead(query.filter());
        boolean exact = query.filter().components().size() <= 1
                && query.filter().properties().isEmpty()
                && lead.map(ComponentFilter::plain).orElse(true);
        Consumer<Candidate> judge = candidate -> {
            var seen = mask.of(calendar, candidate.found()); // what is not shown is not found either
            if (exact && candidate.certain() || matches(query, seen)) sink.accept(seen);
        };
        var component = lead.map(ComponentFilter::name).flatMap(ObjectQuerying::component);
        var range = lead.map(ComponentFilter::range);
        if (lead.isPresent() && component.isEmpty()) return; // nothing of that kind is ever stored
        if (component.filter(Component.VEVENT::equals).isPresent() && range.isPresent()) {
            queries.events(view, new Range(clipped(range.get()), query.floating()), judge);
        } else {
            queries.all(view, component.orElse(null), exact && range.isEmpty(), judge);
        }
    }

    /** Among scheduling messages: there are few, and what one tells of stands in its text alone. */
    public void findMessages(CalendarCollection inbox, ObjectQuery query, Consumer<WithText> sink) {
        queries.all(new View(inbox.home(), inbox.id(), null), Component.MESSAGE, false, candidate -> {
            if (matches(query, candidate.found())) sink.accept(candidate.found());
        });
    }

    /** The one component that must be there; empty where nothing can be said beforehand. */
    private static Optional<ComponentFilter> lead(ComponentFilter filter) {
        return filter.components().stream()
                .filter(inner -> inner.presence() == Presence.PRESENT)
                .findFirst();
    }

    private static Optional<Component> component(String name) {
        return Component.named(name);
    }

    private static Interval clipped(Interval range) {
        var start = range.start().isBefore(ALWAYS.start()) ? ALWAYS.start() : range.start();
        var end = range.end().isAfter(ALWAYS.end()) ? ALWAYS.end() : range.end();
        return start.isBefore(end) ? new Interval(start, end) : range;
    }

    private static boolean matches(ObjectQuery query, WithText found) {
        try {
            var text = new String(found.text(), StandardCharsets.UTF_8);
            return query.filter().matches(ObjectView.of(text, query.floating()));
        } catch (InvalidCalendarData unreadable) {
            return false;
        }
    }
}
