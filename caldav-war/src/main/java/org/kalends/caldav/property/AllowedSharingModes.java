package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.sharing.Level;

/** What its owner may do with a calendar for others (caldav-sharing, 5.2.4). */
@Dependent
public class AllowedSharingModes extends LiveProperty {

    public AllowedSharingModes() {
        super(Names.calendarServer("allowed-sharing-modes"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public boolean present(Subject subject) {
        return subject.resource().calendar().rights().holds(Level.MANAGE);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.empty(Names.calendarServer("can-be-shared"));
    }
}
