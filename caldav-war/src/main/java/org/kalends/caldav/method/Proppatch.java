package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.Properties;
import org.kalends.caldav.property.PropertyChanges;
import org.kalends.caldav.property.PropertyChanges.Moment;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.calendar.HomeEditing;
import org.kalends.spool.Spool;
import org.kalends.subscription.Subscribing;

/** PROPPATCH: all of the changes or none (RFC 4918, 9.2). */
@ApplicationScoped
public class Proppatch implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    Properties properties;

    @Inject
    Subscribing subscribing;

    @Inject
    HomeEditing homes;

    @Inject
    DelegateSetting delegates;

    @Override
    public String name() {
        return "PROPPATCH";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR, Kind.HOME, Kind.INBOX, Kind.PROXY_READ, Kind.PROXY_WRITE);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var body = exchange.xml().orElseThrow(() -> Refusal.badRequest("The body names no property"));
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        if (!on().contains(resource.kind())) throw Refusal.of(403, "Nothing can be changed here");
        if (Kind.PEOPLE.contains(resource.kind())) {
            delegates.answer(exchange, resource, body);
            return;
        }
        var id = resource.keptUnder();
        var changes = new PropertyChanges(properties, resource.kind(), resource.owner(), id, Moment.LATER).take(body);
        if (!changes.refused()) {
            if (resource.kind() == Kind.CALENDAR)
                subscribing.change(exchange.viewer(), resource.calendar(), changes.change(), changes.dead());
            else homes.change(exchange.viewer(), id, changes.homeChange(), changes.dead());
        }
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            answer.out().open(Elements.RESPONSE).href(resource.href());
            changes.write(answer);
            answer.out().close(Elements.RESPONSE);
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }
}
