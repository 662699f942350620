package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.kalends.identity.Directory;
import org.kalends.identity.DirectoryEntry;
import org.kalends.identity.Principal;
import org.kalends.spool.Spool;

/**
 * CS:calendarserver-principal-search: people, groups, rooms and resources of whom all the words are true, of the kinds
 * that fit where the client wants to use them. One statement.
 */
@ApplicationScoped
public class PrincipalSearch implements Report {

    private static final int MOST = 100;

    @Inject
    Directory directory;

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.calendarServer("calendarserver-principal-search");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.ROOT, Kind.PRINCIPALS);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        var words = body.children(Names.calendarServer("search-token"))
                .map(token -> token.text().strip())
                .filter(token -> !token.isEmpty())
                .collect(Collectors.joining(" "));
        if (words.isEmpty()) throw Refusal.badRequest("There is no search-token");
        var kinds = kinds(body.attribute("context").orElse("attendee"));
        int limit = limit(body);
        var manner = new Manner(
                PropertyNames.in(body).orElse(PropertyNames.ALL), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        List<Principal> found = directory.search(words, MOST + 1).stream()
                .map(DirectoryEntry::principal)
                .filter(person -> kinds.contains(person.kind()))
                .toList();
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            found.stream().limit(limit).forEach(person -> {
                var principal = Resource.of(Kind.PRINCIPAL, Hrefs.principal(person), person);
                properties.response(answer, Subject.of(principal, exchange.viewing()), manner);
            });
            if (found.size() > limit) {
                answer.error(resource.href(), 507, out -> out.empty(Names.dav("number-of-matches-within-limits")));
            }
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private static Set<Principal.Kind> kinds(String context) {
        return switch (context) {
            case "user" -> EnumSet.of(Principal.Kind.USER);
            case "group" -> EnumSet.of(Principal.Kind.GROUP);
            case "location" -> EnumSet.of(Principal.Kind.ROOM);
            case "resource" -> EnumSet.of(Principal.Kind.RESOURCE);
            case "attendee" -> EnumSet.allOf(Principal.Kind.class);
            default -> throw Refusal.badRequest("The context is user, group, location, resource or attendee");
        };
    }

    private static int limit(XmlElement body) {
        var text = body.child(Names.calendarServer("limit"))
                .flatMap(limit -> limit.child(Names.calendarServer("nresults")))
                .map(results -> results.text().strip())
                .orElse("");
        if (text.isEmpty()) return MOST;
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) throw Refusal.badRequest("nresults is a number");
        return Math.min(MOST, Integer.parseInt(text));
    }
}
