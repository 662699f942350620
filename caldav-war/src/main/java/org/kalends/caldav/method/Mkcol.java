package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.PropertyChanges;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.spool.Spool;

/** MKCOL with a body that asks for a calendar (RFC 5689, 3), or for one that follows an address as Apple asks for it. */
@ApplicationScoped
public class Mkcol implements DavMethod {

    private static final String OTHER = "Only calendars can be made here";

    @Inject
    CalendarMaking making;

    @Override
    public String name() {
        return "MKCOL";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.HOME, Kind.CALENDAR);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var body = exchange.xml().orElseThrow(() -> noCalendar(OTHER));
        boolean subscribed = typed(body, Names.calendarServer("subscribed"));
        if (!subscribed && !typed(body, Elements.CALENDAR)) throw noCalendar(OTHER);
        if (subscribed && set(body, Names.calendarServer("source")).findAny().isEmpty()) {
            throw noCalendar("A subscribed calendar names its source");
        }
        making.checkPlace(exchange);
        if (making.taken(exchange)) throw Refusal.of(405, "Something is at this address already");
        var changes = making.make(exchange, body);
        if (changes.refused()) refused(exchange, changes);
        else exchange.empty(201);
    }

    private static boolean typed(XmlElement body, QName wanted) {
        return set(body, Names.dav("resourcetype"))
                .anyMatch(type -> type.child(Elements.COLLECTION).isPresent()
                        && type.child(wanted).isPresent());
    }

    private static Stream<XmlElement> set(XmlElement body, QName property) {
        return body.children(Names.dav("set"))
                .flatMap(set -> set.children(Elements.PROP))
                .flatMap(prop -> prop.children(property));
    }

    private static Refusal noCalendar(String why) {
        return Refusal.precondition(403, Names.dav("valid-resourcetype"), why);
    }

    private static void refused(Exchange exchange, PropertyChanges changes) throws IOException {
        try (var spool = new Spool()) {
            var root = Names.dav("mkcol-response");
            var out = new XmlOut(spool).root(root);
            changes.write(new Multistatus(out));
            out.close(root).flush();
            exchange.send(424, MediaTypes.XML, spool);
        }
    }
}
