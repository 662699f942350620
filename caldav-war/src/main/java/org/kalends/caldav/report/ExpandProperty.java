package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.property.Properties;
import org.kalends.caldav.property.Property;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlBody;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.spool.Spool;

/** DAV:expand-property: properties, and of the resources that they name again properties (RFC 3253, 3.8). */
@ApplicationScoped
public class ExpandProperty implements Report {

    private static final QName PROPERTY = Names.dav("property");

    @Inject
    Properties properties;

    @Inject
    ResourceFinder resources;

    @Override
    public QName name() {
        return Names.dav("expand-property");
    }

    @Override
    public Set<Kind> on() {
        return Kind.EVERY;
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            response(exchange, resource, body, answer);
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private void response(Exchange exchange, Resource resource, XmlElement wanted, Multistatus answer) {
        var out = answer.out();
        var subject = Subject.of(resource, exchange.viewing());
        List<QName> missing = new ArrayList<>();
        out.open(Elements.RESPONSE)
                .href(resource.href())
                .open(Elements.PROPSTAT)
                .open(Elements.PROP);
        wanted.children(PROPERTY).forEach(element -> {
            var property = there(nameOf(element), subject);
            if (property == null) missing.add(nameOf(element));
            else value(exchange, property, subject, element, answer);
        });
        out.close(Elements.PROP);
        answer.statusLine(200);
        out.close(Elements.PROPSTAT);
        if (!missing.isEmpty()) {
            out.open(Elements.PROPSTAT).open(Elements.PROP);
            missing.forEach(out::empty);
            out.close(Elements.PROP);
            answer.statusLine(404);
            out.close(Elements.PROPSTAT);
        }
        out.close(Elements.RESPONSE);
    }

    private void value(Exchange exchange, Property property, Subject subject, XmlElement wanted, Multistatus answer) {
        var out = answer.out();
        out.open(property.name());
        if (wanted.child(PROPERTY).isEmpty()) {
            property.write(out, subject);
        } else {
            for (var href : hrefs(property, subject)) {
                var named = href.startsWith(Hrefs.ROOT)
                        ? resources.find(exchange.viewer(), DavPath.parse(href.substring(Hrefs.ROOT.length() - 1)))
                        : Optional.<Resource>empty();
                if (named.isPresent()) response(exchange, named.get(), wanted, answer);
                else out.href(href);
            }
        }
        out.close(property.name());
    }

    private static List<String> hrefs(Property property, Subject subject) {
        var text = new ByteArrayOutputStream();
        var out = new XmlOut(text).root(property.name());
        property.write(out, subject);
        out.close(property.name()).flush();
        return XmlBody.read(new ByteArrayInputStream(text.toByteArray()))
                .children(Elements.HREF)
                .map(XmlElement::text)
                .toList();
    }

    private @Nullable Property there(QName name, Subject subject) {
        var property = properties.find(name);
        return property != null && property.on().contains(subject.resource().kind()) && property.present(subject)
                ? property
                : null;
    }

    private static QName nameOf(XmlElement property) {
        return new QName(
                property.attribute("namespace").orElse(Names.DAV),
                property.attribute("name").orElse("nameless"));
    }
}
