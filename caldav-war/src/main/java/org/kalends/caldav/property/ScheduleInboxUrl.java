package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.identity.Principal;

/** Where messages to the principal arrive (RFC 6638, 2.2.1). */
@ApplicationScoped
public class ScheduleInboxUrl implements Property {

    private static final QName NAME = Names.caldav("schedule-inbox-URL");
    private static final Set<Kind> ON = EnumSet.of(Kind.PRINCIPAL);

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Set<Kind> on() {
        return ON;
    }

    @Override
    public boolean present(Subject subject) {
        return subject.owner().kind() != Principal.Kind.GROUP;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.inbox(subject.owner()));
    }
}
