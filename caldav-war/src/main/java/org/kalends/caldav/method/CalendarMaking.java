package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.Properties;
import org.kalends.caldav.property.PropertyChanges;
import org.kalends.caldav.property.PropertyChanges.Moment;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.subscription.Subscribing;

/** What MKCALENDAR and MKCOL have in common: where a calendar may be made, and of what. */
@ApplicationScoped
public class CalendarMaking {

    private static final Set<String> RESERVED = Set.of(Resource.INBOX, Resource.OUTBOX, Resource.NOTIFICATIONS);

    @Inject
    ResourceFinder resources;

    @Inject
    Properties properties;

    @Inject
    Subscribing subscribing;

    /** Whether something is at the address already. */
    boolean taken(Exchange exchange) {
        var path = exchange.path();
        return path.length() <= 2
                || RESERVED.contains(path.segment(2))
                || resources.find(exchange.viewer(), path).isPresent();
    }

    void checkPlace(Exchange exchange) {
        var path = exchange.path();
        boolean inHome = path.length() == 3
                && path.segment(0).equals("calendars")
                && resources
                        .find(exchange.viewer(), new DavPath(path.segments().subList(0, 2), true))
                        .isPresent();
        if (!inHome) {
            throw Refusal.precondition(
                    403, Names.caldav("calendar-collection-location-ok"), "Calendars are made in one's own home only");
        }
    }

    /** Made, unless a property cannot be set; then the changes say which, and nothing is made. */
    PropertyChanges make(Exchange exchange, @Nullable XmlElement body) {
        var owner = exchange.viewer();
        var changes = new PropertyChanges(properties, Kind.CALENDAR, owner, owner.id(), Moment.CREATION);
        if (body != null) changes.take(body);
        if (!changes.refused()) {
            subscribing.create(owner, exchange.path().segment(2), changes.change(), changes.dead());
        }
        return changes;
    }
}
