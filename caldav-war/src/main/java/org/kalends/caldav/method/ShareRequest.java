package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.PrincipalHrefs;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.calendar.SharingInvitations;
import org.kalends.calendar.SharingInvitations.Invitation;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Shares;

/** People invited to a calendar and no longer invited; all of them or none (caldav-sharing, 5.3.1). */
@ApplicationScoped
class ShareRequest {

    private static final QName SHARE = Names.calendarServer("share");
    private static final QName SUMMARY = Names.calendarServer("summary");

    @Inject
    PrincipalHrefs principals;

    @Inject
    SharingInvitations invitations;

    void answer(Exchange exchange, Resource resource) throws IOException {
        var body = exchange.xml()
                .filter(xml -> xml.is(SHARE))
                .orElseThrow(() -> Refusal.badRequest("A share is expected"));
        var calendar = resource.calendar();
        List<Invitation> invited = new ArrayList<>();
        body.children(Names.calendarServer("set")).forEach(set -> invited.add(invitation(exchange, set)));
        var removed = body.children(Names.calendarServer("remove"))
                .map(remove -> principal(exchange, remove))
                .toList();
        if (invited.size() + removed.size() > Shares.MOST) throw Refusal.badRequest("Too many people at once");
        invitations.change(exchange.viewer(), calendar, invited, removed);
        exchange.empty(200);
    }

    private Invitation invitation(Exchange exchange, XmlElement set) {
        boolean writing = set.child(Names.calendarServer("read-write")).isPresent();
        if (!writing && set.child(Names.calendarServer("read")).isEmpty()) {
            throw Refusal.badRequest("An invitation says neither read nor read-write");
        }
        var summary = set.child(SUMMARY).map(XmlElement::text).orElse("");
        return new Invitation(principal(exchange, set), writing ? Level.WRITE : Level.READ, summary.strip());
    }

    private Principal principal(Exchange exchange, XmlElement instruction) {
        var href = instruction
                .child(Elements.HREF)
                .map(XmlElement::text)
                .orElseThrow(() -> Refusal.badRequest("An instruction names nobody"));
        return principals
                .find(exchange.viewer(), href)
                .orElseThrow(() -> Refusal.precondition(
                        403, Names.dav("recognized-principal"), "There is no such person or group: " + href.strip()));
    }
}
