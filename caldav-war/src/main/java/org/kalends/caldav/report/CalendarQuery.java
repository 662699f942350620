package org.kalends.caldav.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
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
import org.kalends.caldav.xml.FilterElement;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.ZoneElement;
import org.kalends.event.resource.ObjectQuery;
import org.kalends.event.resource.ObjectQuerying;
import org.kalends.event.resource.WithText;
import org.kalends.spool.Spool;

/** CALDAV:calendar-query: objects that a filter finds (RFC 4791, 7.8). */
@ApplicationScoped
public class CalendarQuery implements Report {

    private static final int MOST = 20_000;

    @Inject
    ObjectQuerying objects;

    @Inject
    PropertyWriter properties;

    @Override
    public QName name() {
        return Names.caldav("calendar-query");
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.CALENDAR, Kind.INBOX);
    }

    @Override
    public void answer(Exchange exchange, Resource resource, XmlElement body) throws IOException {
        var filter = body.child(Names.caldav("filter"))
                .map(FilterElement::read)
                .orElseThrow(() -> Refusal.precondition(403, Names.caldav("valid-filter"), "There is no filter"));
        ZoneId zone = ZoneElement.in(body).orElse(resource.calendar().zone());
        var manner = new Manner(
                PropertyNames.in(body).orElse(PropertyNames.ALL), exchange.minimal() ? Missing.LEFT_OUT : Missing.TOLD);
        var data = CalendarData.in(body, zone, exchange.zones());
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            var found = new int[1];
            find(resource, new ObjectQuery(filter, zone), object -> {
                if (++found[0] > MOST) return;
                var subject = Subject.of(resource.with(object.object()), exchange.viewing());
                properties.response(
                        answer,
                        subject,
                        data.map(d -> manner.with(d.of(object.text()))).orElse(manner));
            });
            if (found[0] > MOST) {
                answer.error(resource.href(), 507, out -> out.empty(Names.dav("number-of-matches-within-limits")));
            }
            answer.end();
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private void find(Resource resource, ObjectQuery query, Consumer<WithText> sink) {
        if (resource.kind() == Kind.INBOX) objects.findMessages(resource.calendar(), query, sink);
        else objects.find(resource.calendar(), query, sink);
    }
}
