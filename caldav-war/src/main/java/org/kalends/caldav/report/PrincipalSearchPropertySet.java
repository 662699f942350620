package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;

/** DAV:principal-search-property-set: by what principals can be searched (RFC 3744, 9.5). */
@ApplicationScoped
public class PrincipalSearchPropertySet implements Report {

    @Override
    public QName name() {
        return Names.dav("principal-search-property-set");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.ROOT, Kind.PRINCIPALS, Kind.PRINCIPAL);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        var octets = new ByteArrayOutputStream();
        var out = new XmlOut(octets).root(name());
        for (var property : PrincipalPropertySearch.SEARCHABLE) {
            out.open(Names.dav("principal-search-property"))
                    .open(Elements.PROP)
                    .empty(property)
                    .close(Elements.PROP)
                    .element(Names.dav("description"), property.getLocalPart().replace('-', ' '))
                    .close(Names.dav("principal-search-property"));
        }
        out.close(name()).flush();
        exchange.send(200, MediaTypes.XML, octets.toByteArray());
    }
}
