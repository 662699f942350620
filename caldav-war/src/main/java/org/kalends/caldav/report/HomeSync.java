package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.PropertyWriter;
import org.kalends.caldav.property.PropertyWriter.Manner;
import org.kalends.caldav.property.PropertyWriter.Missing;
import org.kalends.caldav.resource.HomeMembers;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.spool.Spool;

/** DAV:sync-collection on a home: which of its collections came, went or changed (RFC 6578, 3). */
@ApplicationScoped
public class HomeSync implements Report {

    @Inject
    HomeMembers members;

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.dav("sync-collection");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.HOME);
    }

    @Override
    public void answer(Exchange exchange, Resource home, XmlElement body) throws IOException {
        SyncCollection.checkLevel(exchange, body);
        var since = since(home, body);
        var subjects = members.of(exchange.viewing(), home.owner()).stream()
                .collect(Collectors.toMap(subject -> HomeState.name(subject.resource()), Function.identity()));
        var present = HomeState.of(home.owner().id(), exchange.viewing().members(home.owner()));
        var differing = since.differing(present);
        var told = differing.subList(0, Math.min(differing.size(), SyncCollection.limit(body)));
        var manner = new Manner(PropertyNames.required(body), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            for (var name : told) {
                var subject = subjects.get(name);
                if (subject == null) answer.status(home.href() + name + "/", 404);
                else properties.response(answer, subject, manner);
            }
            if (told.size() < differing.size()) {
                answer.error(home.href(), 507, out -> out.empty(Names.dav("number-of-matches-within-limits")));
            }
            answer.out()
                    .element(
                            Elements.SYNC_TOKEN,
                            since.having(present.marks(), told).token());
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private static HomeState since(Resource home, XmlElement body) {
        var id = home.owner().id();
        var given =
                body.child(Elements.SYNC_TOKEN).map(XmlElement::text).orElse("").strip();
        if (given.isEmpty()) return HomeState.empty(id);
        return HomeState.read(given, id)
                .orElseThrow(() ->
                        Refusal.precondition(403, Names.dav("valid-sync-token"), "The token is none of this home"));
    }
}
