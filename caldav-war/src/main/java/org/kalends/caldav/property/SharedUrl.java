package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where a calendar of others is in its owner's home (caldav-sharing, 5.2.3). */
@Dependent
public class SharedUrl extends LiveProperty {

    public SharedUrl() {
        super(Names.calendarServer("shared-url"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public boolean present(Subject subject) {
        return subject.resource().calendar().shared();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.calendar(
                subject.possessor(), subject.resource().calendar().ownersUri()));
    }
}
