package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.identity.Principal;

/** Where the principal asks for the free time of others (RFC 6638, 2.1.1). */
@Dependent
public class ScheduleOutboxUrl extends LiveProperty {

    public ScheduleOutboxUrl() {
        super(Names.caldav("schedule-outbox-URL"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public boolean present(Subject subject) {
        return subject.owner().kind() != Principal.Kind.GROUP;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.outbox(subject.owner()));
    }
}
