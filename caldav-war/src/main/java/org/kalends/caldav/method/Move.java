package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.CollectionEditing;
import org.kalends.event.resource.ObjectStoring;
import org.kalends.event.resource.StoreOutcome;

/** MOVE: another name or another calendar; nobody is told (RFC 4918, 9.9; RFC 6638, 3.2.3.3). */
@ApplicationScoped
public class Move implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    Destination destination;

    @Inject
    ObjectStoring storing;

    @Inject
    CollectionEditing editing;

    @Override
    public String name() {
        return "MOVE";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OBJECT, Kind.CALENDAR);
    }

    @Override
    public void answer(Exchange exchange) {
        var calendar = resources.calendarOf(exchange.viewer(), exchange.path());
        if (calendar.isPresent()) object(exchange, calendar.get());
        else calendar(exchange);
    }

    private void object(Exchange exchange, Resource from) {
        var path = destination.path(exchange);
        var to = destination.calendar(exchange, path);
        if (path.segments().equals(exchange.path().segments())) throw Refusal.of(403, "Source and destination are one");
        var outcome = storing.move(
                new ObjectStoring.Delete(
                        exchange.viewer(),
                        from.calendar(),
                        exchange.path().segment(3),
                        exchange.conditions(),
                        ObjectStoring.Reply.SENT),
                new ObjectStoring.Destination(to.calendar(), path.segment(3), Destination.overwrite(exchange)));
        if (outcome instanceof StoreOutcome.Created)
            exchange.set("Location", to.hrefOf(path.segment(3))).empty(201);
        else if (outcome instanceof StoreOutcome.Changed) exchange.empty(204);
        else throw Outcomes.refusal(outcome, to);
    }

    private void calendar(Exchange exchange) {
        var from = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        if (from.kind() != Kind.CALENDAR) throw Refusal.of(403, "This cannot be moved");
        var path = destination.path(exchange);
        boolean sameHome = path.length() == 3
                && path.segments()
                        .subList(0, 2)
                        .equals(exchange.path().segments().subList(0, 2));
        if (!sameHome) {
            throw Refusal.precondition(
                    403, Names.caldav("calendar-collection-location-ok"), "A calendar stays in its home");
        }
        if (!editing.rename(from.calendar(), path.segment(2))) {
            throw Refusal.of(412, "Something is at the destination already");
        }
        exchange.empty(201);
    }
}
