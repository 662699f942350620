package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
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

/** MKCOL with a body that asks for a calendar (RFC 5689, 3). */
@ApplicationScoped
public class Mkcol implements DavMethod {

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
        var body = exchange.xml().orElseThrow(Mkcol::noCalendar);
        if (!calendar(body)) throw noCalendar();
        making.checkPlace(exchange);
        if (making.taken(exchange)) throw Refusal.of(405, "Something is at this address already");
        var changes = making.make(exchange, body);
        if (changes.refused()) refused(exchange, changes);
        else exchange.empty(201);
    }

    private static boolean calendar(XmlElement body) {
        return body.children(Names.dav("set"))
                .flatMap(set -> set.children(Elements.PROP))
                .flatMap(prop -> prop.children(Names.dav("resourcetype")))
                .anyMatch(type -> type.child(Elements.CALENDAR).isPresent()
                        && type.child(Elements.COLLECTION).isPresent());
    }

    private static Refusal noCalendar() {
        return Refusal.precondition(403, Names.dav("valid-resourcetype"), "Only calendars can be made here");
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
