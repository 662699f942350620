package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Who may do what; the entry of the owner cannot be changed (RFC 3744, 5.5). */
@ApplicationScoped
public class AccessControlList implements Property {

    private static final QName NAME = Names.dav("acl");
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
        out.raw("<D:ace><D:principal>").href(Hrefs.principal(subject.owner()));
        out.raw("</D:principal><D:grant><D:privilege><D:all/></D:privilege></D:grant><D:protected/></D:ace>");
    }
}
