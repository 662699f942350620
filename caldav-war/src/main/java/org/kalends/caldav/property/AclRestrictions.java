package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Entries grant and name a principal (RFC 3744, 5.6). */
@ApplicationScoped
public class AclRestrictions implements Property {

    private static final QName NAME = Names.dav("acl-restrictions");
    private static final Set<Kind> ON = Kind.OWNED;

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Set<Kind> on() {
        return ON;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.raw("<D:grant-only/><D:no-invert/>");
    }
}
