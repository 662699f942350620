package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
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
import org.kalends.spool.Spool;

/** DAV:principal-match with DAV:self: who asks, among the principals (RFC 3744, 9.3). */
@ApplicationScoped
public class PrincipalMatch implements Report {

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.dav("principal-match");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.ROOT, Kind.PRINCIPALS);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        if (body.child(Names.dav("self")).isEmpty()) throw Refusal.badRequest("Only DAV:self is answered");
        var self = exchange.viewer();
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            var wanted = PropertyNames.in(body);
            if (wanted.isEmpty()) {
                answer.status(Hrefs.principal(self), 200);
            } else {
                var principal = Resource.of(Kind.PRINCIPAL, Hrefs.principal(self), self);
                properties.response(
                        answer, Subject.of(principal, exchange.viewing()), new Manner(wanted.get(), Missing.TOLD));
            }
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }
}
