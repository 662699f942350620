package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.resource.Resource;
import org.kalends.event.resource.ObjectStoring;
import org.kalends.event.resource.StoreOutcome;

/** A new object for which the server chooses the name (RFC 5995, 3.2.1). */
@ApplicationScoped
public class AddMember {

    @Inject
    ObjectStoring storing;

    void answer(Exchange exchange, Resource calendar) throws IOException {
        var text = CalendarBody.read(exchange);
        var name = UUID.randomUUID() + ".ics";
        var outcome = storing.put(
                new ObjectStoring.Put(exchange.viewer(), calendar.calendar(), name, text, exchange.conditions()));
        if (!(outcome instanceof StoreOutcome.Created created)) throw Outcomes.refusal(outcome, calendar);
        var schedule = created.object().scheduleTag();
        if (schedule != null) exchange.set("Schedule-Tag", EntityTags.quoted(schedule));
        if (CalendarBody.asSent(exchange, created)) {
            exchange.set("ETag", EntityTags.quoted(created.object().etag()));
        }
        exchange.set("Location", calendar.hrefOf(name)).empty(201);
    }
}
