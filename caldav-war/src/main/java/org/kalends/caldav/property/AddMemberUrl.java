package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where objects without a name are posted (RFC 5995, 3.2.1). */
@ApplicationScoped
public class AddMemberUrl implements Property {

    private static final QName NAME = Names.dav("add-member");
    private static final Set<Kind> ON = EnumSet.of(Kind.CALENDAR);

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
        out.href(subject.resource().href());
    }
}
