package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;

/** MKCALENDAR: a calendar under the client's name, with its properties or not at all (RFC 4791, 5.3.1). */
@ApplicationScoped
public class Mkcalendar implements DavMethod {

    @Inject
    CalendarMaking making;

    @Override
    public String name() {
        return "MKCALENDAR";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.HOME, Kind.CALENDAR);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var body = exchange.xml().orElse(null);
        making.checkPlace(exchange);
        if (making.taken(exchange)) {
            throw Refusal.precondition(403, Names.dav("resource-must-be-null"), "Something is at this address already");
        }
        var changes = making.make(exchange, body);
        if (changes.refused()) {
            throw Refusal.precondition(
                    403,
                    Names.caldav("initialize-calendar-collection"),
                    "A property cannot be set like this, so no calendar was made",
                    out -> changes.write(new Multistatus(out)));
        }
        exchange.empty(201);
    }
}
