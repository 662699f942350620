package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.HttpDates;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.SharingXml;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.SharingInvitations;
import org.kalends.spool.Spool;

/** A notification of sharing, read (caldav-notifications, 4). */
@ApplicationScoped
class NotificationBody {

    @Inject
    SharingInvitations invitations;

    void answer(Exchange exchange, Resource resource) throws IOException {
        var notice = resource.notice();
        var tag = notice.id().toString();
        exchange.set("ETag", EntityTags.quoted(tag)).set("Last-Modified", HttpDates.text(notice.created()));
        if (EntityTags.names(exchange.header("If-None-Match"), tag)) {
            exchange.empty(304);
            return;
        }
        var people = exchange.viewing();
        var uri = invitations.uriOf(notice).orElseThrow(Refusal::notFound);
        var host = Hrefs.calendar(people.principal(notice.place().home()), uri);
        try (var body = new Spool()) {
            SharingXml.notification(
                    new XmlOut(body), notice, exchange.viewer(), people.principal(notice.other()), host);
            exchange.send(200, MediaTypes.XML, body);
        }
    }
}
