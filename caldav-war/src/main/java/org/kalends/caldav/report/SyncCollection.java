package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Depth;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.PropertyWriter;
import org.kalends.caldav.property.PropertyWriter.Manner;
import org.kalends.caldav.property.PropertyWriter.Missing;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.CalendarData;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.event.resource.NamedChange;
import org.kalends.event.resource.ObjectReading;
import org.kalends.spool.Spool;

/**
 * DAV:sync-collection: what changed since a token (RFC 6578, 3). A page that does not reach the end carries its own
 * token and a 507 for the collection; what changes meanwhile moves to the end and is told again.
 */
@ApplicationScoped
public class SyncCollection implements Report {

    private static final int PAGE = 10_000;

    @Inject
    ObjectReading objects;

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.dav("sync-collection");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR, Kind.INBOX);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        checkLevel(exchange, body);
        var since = since(resource, body);
        int limit = limit(body);
        var data = CalendarData.in(body, resource.calendar().zone(), exchange.zones());
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            var page = new Page(since.sequence(), limit, sink(exchange, resource, body, answer));
            if (data.isPresent()) objects.changedTexts(resource.calendar(), since.known(), limit + 1, page);
            else objects.changes(resource.calendar(), since.known(), limit + 1, page);
            if (page.cut()) {
                answer.error(resource.href(), 507, out -> out.empty(Names.dav("number-of-matches-within-limits")));
            }
            answer.out()
                    .element(Elements.SYNC_TOKEN, page.token(since, resource).text());
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private Consumer<NamedChange> sink(Exchange exchange, Resource resource, XmlElement body, Multistatus answer) {
        var manner = new Manner(PropertyNames.required(body), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        var data = CalendarData.in(body, resource.calendar().zone(), exchange.zones());
        return change -> {
            var object = change.object();
            if (object == null) {
                answer.status(resource.hrefOf(change.name()), 404);
                return;
            }
            byte[] text = change.text();
            properties.response(
                    answer,
                    Subject.of(resource.with(object), exchange.viewing()),
                    text == null
                            ? manner
                            : data.map(d -> manner.with(d.of(text))).orElse(manner));
        };
    }

    static void checkLevel(Exchange exchange, XmlElement body) {
        var level = body.child(Names.dav("sync-level")).map(XmlElement::text).map(String::strip);
        // RFC 6578 wants 0; python3-caldav sends 1, and means the same
        if (level.isPresent() && exchange.depth(Depth.ZERO) == Depth.INFINITY) {
            throw Refusal.badRequest("Depth must be 0 beside a sync-level");
        }
        if (level.filter(text -> !text.equals("1")).isPresent()) {
            throw Refusal.precondition(403, Names.dav("sync-traversal-supported"), "Only sync-level 1 is answered");
        }
    }

    private static SyncTokens since(Resource resource, XmlElement body) {
        var given =
                body.child(Elements.SYNC_TOKEN).map(XmlElement::text).orElse("").strip();
        if (given.isEmpty()) return SyncTokens.first(resource.calendar());
        return SyncTokens.read(given, resource.calendar())
                .orElseThrow(() -> Refusal.precondition(
                        403, Names.dav("valid-sync-token"), "The token is none of this calendar, or too old"));
    }

    static int limit(XmlElement body) {
        var text = body.child(Names.dav("limit"))
                .flatMap(limit -> limit.child(Names.dav("nresults")))
                .map(results -> results.text().strip())
                .orElse("");
        if (text.isEmpty()) return PAGE;
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) throw Refusal.badRequest("nresults is a number");
        return Math.min(PAGE, Integer.parseInt(text));
    }

    /** Passes on as many as the page holds and notes whether there were more. */
    private static final class Page implements Consumer<NamedChange> {
        private final int limit;
        private final Consumer<NamedChange> sink;
        private long last;
        private int taken;

        Page(long from, int limit, Consumer<NamedChange> sink) {
            this.last = from;
            this.limit = limit;
            this.sink = sink;
        }

        @Override
        public void accept(NamedChange change) {
            if (++taken > limit) return;
            last = change.sequence();
            sink.accept(change);
        }

        boolean cut() {
            return taken > limit;
        }

        /** Where the client stands after this page; what was written meanwhile may have been told already. */
        SyncTokens token(SyncTokens since, Resource resource) {
            var present = SyncTokens.of(resource.calendar());
            return cut() || last > present.sequence() ? since.at(last) : present;
        }
    }
}
