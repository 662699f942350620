package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Depth;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.PropertyWriter;
import org.kalends.caldav.property.PropertyWriter.Manner;
import org.kalends.caldav.property.PropertyWriter.Missing;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.calendar.Access;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.spool.Spool;

/** DAV:acl-principal-prop-set: who stands in the access control list of a calendar (RFC 3744, 9.2). */
@ApplicationScoped
public class AclPrincipalPropSet implements Report {

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.dav("acl-principal-prop-set");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        if (exchange.depth(Depth.ZERO) != Depth.ZERO) throw Refusal.badRequest("Depth must be 0");
        Access.check(resource.calendar(), Level.MANAGE);
        var viewing = exchange.viewing();
        var manner = new Manner(PropertyNames.required(body), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        var people = new LinkedHashMap<UUID, Principal>();
        var owner = Subject.of(resource, viewing).possessor();
        people.put(owner.id(), owner);
        viewing.sharesOf(resource.calendar())
                .forEach(share -> people.put(share.principal().id(), share.principal()));
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            for (var person : people.values()) {
                var principal = Resource.of(Kind.PRINCIPAL, Hrefs.principal(person), person);
                properties.response(answer, Subject.of(principal, viewing), manner);
            }
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }
}
