package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kalends.caldav.http.Depth;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.Properties;
import org.kalends.caldav.property.PropertyWriter;
import org.kalends.caldav.property.PropertyWriter.Manner;
import org.kalends.caldav.property.PropertyWriter.Missing;
import org.kalends.caldav.resource.HomeMembers;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.calendar.Access;
import org.kalends.event.resource.Member;
import org.kalends.event.resource.ObjectReading;
import org.kalends.sharing.Level;
import org.kalends.spool.Spool;

/** PROPFIND: properties of a resource and, with depth 1, of what is in it (RFC 4918, 9.1). */
@ApplicationScoped
public class Propfind implements DavMethod {

    private static final String NO_ROOT = "depth-noroot";

    /** What clients may say something of that only they understand. */
    private static final Set<Kind> KEEPING = EnumSet.of(Kind.HOME, Kind.CALENDAR, Kind.INBOX);

    @Inject
    ResourceFinder resources;

    @Inject
    HomeMembers members;

    @Inject
    ObjectReading objects;

    @Inject
    Properties known;

    @Inject
    PropertyWriter properties;

    @Override
    public String name() {
        return "PROPFIND";
    }

    @Override
    public Set<Kind> on() {
        return Kind.EVERY;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var depth = exchange.depth(Depth.INFINITY);
        if (depth == Depth.INFINITY) {
            throw Refusal.precondition(403, Names.dav("propfind-finite-depth"), "Depth must be 0 or 1");
        }
        var wanted = exchange.xml().map(PropertyNames::required).orElse(PropertyNames.ALL);
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        if (resource.kind() == Kind.HOME && !exchange.path().slash()) {
            exchange.set("Location", resource.href()).empty(301);
            return;
        }
        if (resource.kind() == Kind.CALENDAR) Access.check(resource.calendar(), Level.READ);
        var manner = new Manner(wanted, exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        try (var body = new Spool()) {
            var answer = new Multistatus(body);
            boolean root = depth == Depth.ZERO || !noRoot(exchange);
            if (root) properties.response(answer, subject(exchange, resource, wanted), manner);
            if (depth == Depth.ONE) {
                children(exchange, resource, wanted, child -> properties.response(answer, child, manner));
            }
            answer.end();
            exchange.send(207, MediaTypes.XML, body);
        }
    }

    private static boolean noRoot(Exchange exchange) {
        if (!exchange.preferring(NO_ROOT)) return false;
        exchange.applied(NO_ROOT);
        return true;
    }

    private void children(Exchange exchange, Resource parent, PropertyNames wanted, Consumer<Subject> sink) {
        var viewing = exchange.viewing();
        switch (parent.kind()) {
            case ROOT -> {
                sink.accept(Subject.of(Resource.common(Kind.PRINCIPALS, Hrefs.PRINCIPALS), viewing));
                sink.accept(Subject.of(Resource.common(Kind.HOMES, Hrefs.HOMES), viewing));
            }
            case HOMES -> {
                var own = exchange.viewer();
                sink.accept(Subject.of(Resource.of(Kind.HOME, Hrefs.home(own), own), viewing));
            }
            case HOME -> members.of(viewing, parent.owner()).forEach(sink);
            case CALENDAR, INBOX -> {
                Consumer<Member> member = found -> sink.accept(Subject.of(parent.with(found), viewing));
                if (known.ofMembers(wanted)) objects.members(parent.calendar(), member);
                else objects.list(parent.calendar(), member::accept);
            }
            case NOTIFICATIONS -> viewing.notices()
                    .forEach(notice ->
                            sink.accept(Subject.of(Resource.notification(exchange.viewer(), notice), viewing)));
            default -> {
                // nothing is in it, or nothing that may be listed
            }
        }
    }

    private Subject subject(Exchange exchange, Resource resource, PropertyNames wanted) {
        if (!KEEPING.contains(resource.kind()) || known.ownOnly(wanted, resource.kind())) {
            return Subject.of(resource, exchange.viewing());
        }
        var id = resource.keptUnder();
        var dead =
                members.dead(exchange.viewing(), resource.owner(), List.of(id)).getOrDefault(id, Map.of());
        return new Subject(resource, exchange.viewing(), dead);
    }
}
