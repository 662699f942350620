package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Groups of delegates that the principal is in; none as yet (RFC 3744, 4.4). */
@ApplicationScoped
public class GroupMembership implements Property {

    private static final QName NAME = Names.dav("group-membership");
    private static final Set<Kind> ON = Kind.PEOPLE;

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
