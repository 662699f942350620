package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Changes with every change in the collection; older clients poll it. */
@ApplicationScoped
public class CollectionTag extends LiveProperty {

    public CollectionTag() {
        super(Names.calendarServer("getctag"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.HOME));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(SyncToken.text(subject));
    }
}
