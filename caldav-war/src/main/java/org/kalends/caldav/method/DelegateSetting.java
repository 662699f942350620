package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.GroupMemberSet;
import org.kalends.caldav.property.Privileges;
import org.kalends.caldav.resource.PrincipalHrefs;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.calendar.CalendarSharing;
import org.kalends.identity.Principal;
import org.kalends.spool.Spool;

/** PROPPATCH of a group of delegates: its members, all of them at once; nothing else of it can be set. */
@ApplicationScoped
class DelegateSetting {

    private static final QName MEMBERS = Names.dav("group-member-set");

    @Inject
    PrincipalHrefs principals;

    @Inject
    CalendarSharing sharing;

    void answer(Exchange exchange, Resource proxy, XmlElement body) throws IOException {
        if (!proxy.owner().id().equals(exchange.viewer().id())) {
            throw Refusal.needsPrivilege(proxy.href(), Privileges.WRITE_PROPERTIES);
        }
        var properties = body.children()
                .flatMap(instruction -> instruction.children(Elements.PROP))
                .flatMap(XmlElement::children)
                .map(XmlElement::name)
                .toList();
        boolean sound = !properties.isEmpty() && properties.stream().allMatch(MEMBERS::equals);
        if (sound) sharing.delegate(exchange.viewer(), members(exchange, body), GroupMemberSet.level(proxy.kind()));
        try (var spool = new Spool()) {
            var answer = new Multistatus(spool);
            write(answer, proxy, properties, sound ? 200 : 424);
            exchange.send(207, MediaTypes.XML, spool);
        }
    }

    private List<Principal> members(Exchange exchange, XmlElement body) {
        var members = new ArrayList<Principal>();
        body.children(Names.dav("set"))
                .flatMap(set -> set.children(Elements.PROP))
                .flatMap(prop -> prop.children(MEMBERS))
                .flatMap(set -> set.children(Elements.HREF))
                .forEach(href -> members.add(principals
                        .find(exchange.viewer(), href.text())
                        .orElseThrow(() -> Refusal.precondition(
                                403, Names.dav("recognized-principal"), "There is no such person or group"))));
        return members;
    }

    private static void write(Multistatus answer, Resource proxy, List<QName> properties, int ofMembers) {
        var out = answer.out();
        out.open(Elements.RESPONSE).href(proxy.href());
        for (var name : properties) {
            out.open(Elements.PROPSTAT).open(Elements.PROP).empty(name).close(Elements.PROP);
            answer.statusLine(name.equals(MEMBERS) ? ofMembers : 403);
            out.close(Elements.PROPSTAT);
        }
        out.close(Elements.RESPONSE);
        answer.end();
    }
}
