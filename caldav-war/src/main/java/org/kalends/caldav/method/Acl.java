package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarSharing;
import org.kalends.sharing.Level;

/** ACL: with whom a calendar is shared, all of it at once (RFC 3744, 8.1). */
@ApplicationScoped
public class Acl implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    CalendarSharing sharing;

    @Inject
    AccessEntries entries;

    @Override
    public String name() {
        return "ACL";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var body = exchange.xml().orElseThrow(() -> Refusal.badRequest("The body names no entry"));
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        if (resource.kind() != Kind.CALENDAR) throw Refusal.of(403, "Only calendars are shared");
        var calendar = resource.calendar();
        Access.check(calendar, Level.MANAGE);
        var wanted = entries.read(exchange, body, exchange.viewing().principal(calendar.home()));
        sharing.replace(calendar, wanted);
        exchange.empty(200);
    }
}
