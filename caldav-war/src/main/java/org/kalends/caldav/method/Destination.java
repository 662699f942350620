package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.Names;
import org.kalends.event.resource.ObjectStoring.Overwrite;

/** The header Destination, and whether what is there may be written over (RFC 4918, 10.3 and 10.6). */
@ApplicationScoped
public class Destination {

    @Inject
    ResourceFinder resources;

    DavPath path(Exchange exchange) {
        var header = exchange.header("Destination");
        if (header == null) throw Refusal.badRequest("The header Destination is missing");
        try {
            var uri = new URI(header.strip());
            var authority = uri.getRawAuthority();
            if (authority != null && !authority.equalsIgnoreCase(exchange.header("Host"))) {
                throw Refusal.of(502, "The destination is on another server");
            }
            var path = String.valueOf(uri.getRawPath());
            if (!path.startsWith(Hrefs.ROOT)) throw Refusal.of(502, "The destination is outside of CalDAV");
            return DavPath.parse(path.substring(Hrefs.ROOT.length() - 1));
        } catch (URISyntaxException e) {
            throw Refusal.badRequest("The destination is no address");
        }
    }

    Resource calendar(Exchange exchange, DavPath path) {
        return resources
                .calendarOf(exchange.viewer(), path)
                .orElseThrow(() -> path.length() == 4
                        ? Refusal.of(409, "There is no calendar at the destination")
                        : Refusal.precondition(
                                403, Names.caldav("calendar-collection-location-ok"), "No object may be there"));
    }

    static Overwrite overwrite(Exchange exchange) {
        var header = exchange.header("Overwrite");
        return header != null && header.strip().equalsIgnoreCase("F") ? Overwrite.REFUSED : Overwrite.ALLOWED;
    }
}
