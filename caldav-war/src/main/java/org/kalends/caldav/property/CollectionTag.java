package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Changes with every change in the collection; older clients poll it. */
@ApplicationScoped
public class CollectionTag implements Property {

    private static final QName NAME = Names.calendarServer("getctag");
    private static final Set<Kind> ON = EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.HOME);

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
        out.text(SyncToken.text(subject));
    }
}
