package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;

/** OPTIONS: what works here (RFC 4918, 9.1 and 18). */
@ApplicationScoped
public class Options implements DavMethod {

    @Inject
    Methods methods;

    @Inject
    ResourceFinder resources;

    @Override
    public String name() {
        return "OPTIONS";
    }

    @Override
    public Set<Kind> on() {
        return Kind.EVERY;
    }

    /** Of an object that is not there yet, what could be done with it. */
    @Override
    public void answer(Exchange exchange) {
        var kind = resources
                .find(exchange.viewer(), exchange.path())
                .map(Resource::kind)
                .orElse(exchange.path().length() == 3 ? Kind.CALENDAR : Kind.OBJECT);
        exchange.set("Allow", methods.allowed(kind)).empty(200);
    }
}
