package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.property.Privileges;
import org.kalends.caldav.resource.PrincipalHrefs;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Shares;

/** Entries of an access control list, read as levels of sharing; what is no such level is refused by its precondition. */
@ApplicationScoped
class AccessEntries {

    private static final Map<QName, Level> LEVELS = Map.of(
            Privileges.READ_FREE_BUSY, Level.FREEBUSY,
            Privileges.READ, Level.READ,
            Privileges.READ_PRIVILEGES, Level.FREEBUSY,
            Privileges.WRITE, Level.WRITE,
            Privileges.WRITE_CONTENT, Level.WRITE,
            Privileges.BIND, Level.WRITE,
            Privileges.UNBIND, Level.WRITE,
            Privileges.WRITE_ACL, Level.MANAGE,
            Privileges.ALL, Level.MANAGE);

    /** They come with others and say no more. */
    private static final Set<QName> BESIDE = Set.of(Privileges.WRITE_PROPERTIES, Privileges.READ_ACL);

    @Inject
    PrincipalHrefs principals;

    Map<Principal, Level> read(Exchange exchange, XmlElement acl, Principal owner) {
        Map<Principal, Level> wanted = new LinkedHashMap<>();
        List<XmlElement> entries = acl.children(Names.dav("ace"))
                .filter(ace -> ace.child(Names.dav("protected")).isEmpty())
                .filter(ace -> ace.child(Names.dav("inherited")).isEmpty())
                .toList();
        if (entries.size() > Shares.MOST) throw refused("limited-number-of-aces", "Too many entries");
        for (var ace : entries) {
            if (ace.child(Names.dav("invert")).isPresent()) throw refused("no-invert", "Nobody is left out by name");
            if (ace.child(Names.dav("deny")).isPresent()) throw refused("grant-only", "Rights are granted, not denied");
            var whom = principal(exchange, ace);
            if (whom.id().equals(owner.id())) throw refused("no-protected-ace-conflict", "The owner has all rights");
            wanted.merge(whom, level(ace), (one, other) -> one.holds(other) ? one : other);
        }
        return wanted;
    }

    private Principal principal(Exchange exchange, XmlElement ace) {
        var principal =
                ace.child(Names.dav("principal")).orElseThrow(() -> Refusal.badRequest("An entry names no principal"));
        var href = principal
                .child(Elements.HREF)
                .orElseThrow(() -> refused("allowed-principal", "Only people and groups are granted something"));
        return principals
                .find(exchange.viewer(), href.text())
                .filter(who -> who.kind() == Principal.Kind.USER || who.kind() == Principal.Kind.GROUP)
                .orElseThrow(() -> refused("recognized-principal", "There is no such person or group"));
    }

    private static Level level(XmlElement ace) {
        var grant = ace.child(Names.dav("grant")).orElseThrow(() -> Refusal.badRequest("An entry grants nothing"));
        var level = grant.children(Privileges.PRIVILEGE)
                .flatMap(XmlElement::children)
                .map(XmlElement::name)
                .filter(name -> !BESIDE.contains(name))
                .map(AccessEntries::level)
                .reduce((one, other) -> one.holds(other) ? one : other);
        return level.orElseThrow(() -> refused("not-supported-privilege", "Nothing is granted"));
    }

    private static Level level(QName privilege) {
        var level = LEVELS.get(privilege);
        if (level == null) throw refused("not-supported-privilege", privilege.getLocalPart() + " is not granted");
        return level;
    }

    private static Refusal refused(String precondition, String detail) {
        return Refusal.precondition(403, Names.dav(precondition), detail);
    }
}
