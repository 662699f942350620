package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.identity.Directory;
import org.kalends.identity.DirectoryEntry;
import org.kalends.identity.Principal;
import org.kalends.spool.Spool;

/**
 * DAV:principal-property-search: people, groups, rooms by name or address (RFC 3744, 9.4); users, groups, rooms alike.
 * One statement for each property-search; several are narrowed down, or with {@code test="anyof"} put together.
 */
@ApplicationScoped
public class PrincipalPropertySearch implements Report {

    static final List<QName> SEARCHABLE = List.of(
            Names.dav("displayname"),
            Names.caldav("calendar-user-address-set"),
            Names.calendarServer("email-address-set"),
            Names.calendarServer("first-name"),
            Names.calendarServer("last-name"),
            Names.caldav("calendar-user-type"));

    private static final int MOST = 100;

    @Inject
    Directory directory;

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.dav("principal-property-search");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.ROOT, Kind.PRINCIPALS, Kind.PRINCIPAL);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        var searches = body.children(Names.dav("property-search")).toList();
        if (searches.isEmpty()) throw Refusal.badRequest("There is no property-search");
        var found = found(searches, body.attribute("test").orElse("allof").equals("anyof"));
        var manner = new Manner(
                PropertyNames.in(body).orElse(PropertyNames.ALL), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            found.values().stream().limit(MOST).forEach(person -> {
                var principal = Resource.of(Kind.PRINCIPAL, Hrefs.principal(person), person);
                properties.response(answer, Subject.of(principal, exchange.viewing()), manner);
            });
            if (found.size() > MOST) {
                answer.error(resource.href(), 507, out -> out.empty(Names.dav("number-of-matches-within-limits")));
            }
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private Map<UUID, Principal> found(List<XmlElement> searches, boolean any) {
        Map<UUID, Principal> found = new LinkedHashMap<>();
        boolean first = true;
        for (var search : searches) {
            var hits = hits(search);
            if (any || first) found.putAll(hits);
            else found.keySet().retainAll(hits.keySet());
            first = false;
        }
        return found;
    }

    private Map<UUID, Principal> hits(XmlElement search) {
        var known = search.child(Elements.PROP).stream()
                .flatMap(XmlElement::children)
                .anyMatch(property -> SEARCHABLE.contains(property.name()));
        Map<UUID, Principal> hits = new LinkedHashMap<>();
        if (!known) return hits;
        var words = search.child(Names.dav("match"))
                .map(XmlElement::text)
                .orElse("")
                .strip();
        if (words.regionMatches(true, 0, "mailto:", 0, 7)) words = words.substring(7);
        for (DirectoryEntry entry : directory.search(words, MOST + 1)) {
            hits.put(entry.principal().id(), entry.principal());
        }
        return hits;
    }
}
