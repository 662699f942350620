package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Who is in the group; nobody as yet (RFC 3744, 4.3). */
@ApplicationScoped
public class GroupMemberSet implements Property {

    private static final QName NAME = Names.dav("group-member-set");
    private static final Set<Kind> ON = EnumSet.of(Kind.PROXY_READ, Kind.PROXY_WRITE);

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
        // empty
    }
}
