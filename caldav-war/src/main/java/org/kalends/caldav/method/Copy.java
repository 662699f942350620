package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.event.resource.Conditions;
import org.kalends.event.resource.ObjectReading;
import org.kalends.event.resource.ObjectStoring;
import org.kalends.event.resource.ObjectStoring.Overwrite;
import org.kalends.event.resource.StoreOutcome;

/** COPY: the text of an object, stored at the destination under all conditions of a PUT (RFC 4918, 9.8). */
@ApplicationScoped
public class Copy implements DavMethod {

    private static final int OBJECT_DEPTH = 4;

    @Inject
    ResourceFinder resources;

    @Inject
    Destination destination;

    @Inject
    ObjectReading reading;

    @Inject
    ObjectStoring storing;

    @Override
    public String name() {
        return "COPY";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OBJECT);
    }

    @Override
    public void answer(Exchange exchange) {
        var from = resources
                .calendarOf(exchange.viewer(), exchange.path())
                .orElseThrow(() -> exchange.path().length() == OBJECT_DEPTH
                        ? Refusal.notFound()
                        : Refusal.of(403, "Only objects are copied"));
        var source = reading.find(from.calendar(), exchange.path().segment(3)).orElseThrow(Refusal::notFound);
        if (!exchange.conditions().hold(source.object().etag(), source.object().scheduleTag())) {
            throw Refusal.of(412, "It is another by now");
        }
        var path = destination.path(exchange);
        var to = destination.calendar(exchange, path);
        if (path.segments().equals(exchange.path().segments())) throw Refusal.of(403, "Source and destination are one");
        var conditions = Destination.overwrite(exchange) == Overwrite.REFUSED
                ? new Conditions(null, Set.of(Conditions.ANY), null)
                : Conditions.NONE;
        var outcome = storing.put(new ObjectStoring.Put(
                exchange.viewer(),
                to.calendar(),
                path.segment(3),
                new String(source.text(), StandardCharsets.UTF_8),
                conditions));
        if (outcome instanceof StoreOutcome.Created) exchange.empty(201);
        else if (outcome instanceof StoreOutcome.Changed) exchange.empty(204);
        else throw Outcomes.refusal(outcome, to);
    }
}
