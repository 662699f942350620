package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.SharingInvitations;
import org.kalends.sharing.Share.Answer;
import org.kalends.spool.Spool;

/** An invitation to a calendar accepted or declined; who accepts learns where he has it (caldav-sharing, 5.3.2). */
@ApplicationScoped
class InviteReply {

    private static final QName REPLY = Names.calendarServer("invite-reply");
    private static final QName SHARED_AS = Names.calendarServer("shared-as");

    @Inject
    SharingInvitations invitations;

    void answer(Exchange exchange, Resource home) throws IOException {
        var body = exchange.xml()
                .filter(xml -> xml.is(REPLY))
                .orElseThrow(() -> Refusal.badRequest("An invite-reply is expected"));
        var id = text(body, "in-reply-to");
        var calendar = invitations.answer(exchange.viewer(), uuid(id), said(body), text(body, "summary"));
        if (calendar.isEmpty()) {
            exchange.empty(204);
            return;
        }
        try (var spool = new Spool()) {
            new XmlOut(spool)
                    .root(SHARED_AS)
                    .href(Hrefs.calendar(home.owner(), calendar.get().uri()))
                    .close(SHARED_AS)
                    .flush();
            exchange.send(200, MediaTypes.XML, spool);
        }
    }

    private static Answer said(XmlElement reply) {
        if (reply.child(Names.calendarServer("invite-accepted")).isPresent()) return Answer.ACCEPTED;
        if (reply.child(Names.calendarServer("invite-declined")).isPresent()) return Answer.DECLINED;
        throw Refusal.badRequest("The reply neither accepts nor declines");
    }

    private static String text(XmlElement reply, String name) {
        return reply.child(Names.calendarServer(name))
                .map(XmlElement::text)
                .orElse("")
                .strip();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("in-reply-to names no invitation");
        }
    }
}
