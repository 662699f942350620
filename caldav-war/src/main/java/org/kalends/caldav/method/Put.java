package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.event.resource.ObjectReading;
import org.kalends.event.resource.ObjectStoring;
import org.kalends.event.resource.StoreOutcome;

/**
 * PUT: stores an object under the name that the client chose. An ETag is told if and only if a GET would give back the
 * very octets that were sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-5.3.2">RFC 4791, 5.3.2</a>
 */
@ApplicationScoped
public class Put implements DavMethod {

    private static final String REPRESENTATION = "return=representation";

    @Inject
    ResourceFinder resources;

    @Inject
    ObjectStoring storing;

    @Inject
    ObjectReading reading;

    @Override
    public String name() {
        return "PUT";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OBJECT);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var calendar = resources.calendarOf(exchange.viewer(), exchange.path()).orElseThrow(() -> nowhere(exchange));
        var name = exchange.path().segment(3);
        var text = CalendarBody.read(exchange);
        var outcome = storing.put(
                new ObjectStoring.Put(exchange.viewer(), calendar.calendar(), name, text, exchange.conditions()));
        if (outcome instanceof StoreOutcome.Created created) {
            done(exchange, calendar, created, 201);
        } else if (outcome instanceof StoreOutcome.Changed changed) {
            done(exchange, calendar, new StoreOutcome.Created(changed.object(), changed.form()), 204);
        } else {
            throw Outcomes.refusal(outcome, calendar);
        }
    }

    private Refusal nowhere(Exchange exchange) {
        boolean collection = resources.find(exchange.viewer(), exchange.path()).isPresent();
        return collection
                ? Refusal.of(405, "Only calendar objects are stored by PUT")
                : Refusal.of(409, "There is no calendar at this address");
    }

    private void done(Exchange exchange, Resource calendar, StoreOutcome.Created stored, int status)
            throws IOException {
        var object = stored.object();
        var schedule = object.scheduleTag();
        if (schedule != null) exchange.set("Schedule-Tag", EntityTags.quoted(schedule));
        if (exchange.preferring(REPRESENTATION)) {
            represent(exchange, calendar, object.name(), status == 201 ? 201 : 200);
            return;
        }
        if (CalendarBody.asSent(exchange, stored)) exchange.set("ETag", EntityTags.quoted(object.etag()));
        exchange.empty(status);
    }

    private void represent(Exchange exchange, Resource calendar, String name, int status) throws IOException {
        var stored = reading.find(calendar.calendar(), name).orElseThrow(Refusal::notFound);
        Get.head(exchange, stored.object());
        exchange.applied(REPRESENTATION);
        exchange.set("Content-Location", calendar.hrefOf(name));
        exchange.send(status, MediaTypes.calendar(stored.object().component()), stored.text());
    }
}
