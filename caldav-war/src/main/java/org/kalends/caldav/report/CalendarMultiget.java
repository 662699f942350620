package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.PropertyWriter;
import org.kalends.caldav.property.PropertyWriter.Manner;
import org.kalends.caldav.property.PropertyWriter.Missing;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.CalendarData;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.event.resource.ObjectReading;
import org.kalends.spool.Spool;

/** CALDAV:calendar-multiget: objects by their addresses (RFC 4791, 7.9); a statement for each calendar among them. */
@ApplicationScoped
public class CalendarMultiget implements Report {

    private static final int MOST = 5_000;

    @Inject
    ResourceFinder resources;

    @Inject
    ObjectReading objects;

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.caldav("calendar-multiget");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR, Kind.HOME, Kind.INBOX);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        var hrefs = new LinkedHashSet<String>();
        body.children(Elements.HREF).map(href -> href.text().strip()).forEach(hrefs::add);
        if (hrefs.isEmpty()) throw Refusal.badRequest("The body names no href");
        if (hrefs.size() > MOST) throw Refusal.tooLarge("No more than " + MOST + " hrefs are taken");
        var manner = new Manner(
                PropertyNames.in(body).orElse(PropertyNames.ALL), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            var wanted = new Wanted();
            hrefs.forEach(wanted::add);
            var data = CalendarData.in(body, exchange.viewer().zone(), exchange.zones());
            wanted.byCalendar.forEach((path, names) -> calendar(exchange, path, names.keySet())
                    .ifPresent(calendar -> objects.named(calendar.calendar(), names.keySet(), found -> {
                        names.remove(found.object().name());
                        var subject = Subject.of(calendar.with(found.object()), exchange.viewing());
                        properties.response(
                                answer,
                                subject,
                                data.map(d -> manner.with(d.of(found.text()))).orElse(manner));
                    })));
            wanted.missing().forEach(href -> answer.status(href, 404));
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private Optional<Resource> calendar(Exchange exchange, DavPath calendar, Set<String> names) {
        var segments = new ArrayList<>(calendar.segments());
        segments.add(names.iterator().next());
        return resources.calendarOf(exchange.viewer(), new DavPath(segments, false));
    }

    /** What is asked for: by calendar, the names with the address that was said; what is found is taken out. */
    private static final class Wanted {
        private final Map<DavPath, Map<String, String>> byCalendar = new LinkedHashMap<>();
        private final Set<String> foreign = new LinkedHashSet<>();

        void add(String href) {
            var path = Hrefs.path(href).orElse(null);
            if (path == null || path.length() != 4) {
                foreign.add(href);
                return;
            }
            byCalendar
                    .computeIfAbsent(new DavPath(path.segments().subList(0, 3), true), p -> new LinkedHashMap<>())
                    .put(path.segment(3), href);
        }

        Set<String> missing() {
            var missing = new LinkedHashSet<>(foreign);
            byCalendar.values().forEach(names -> missing.addAll(names.values()));
            return missing;
        }
    }
}
