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
import org.kalends.sharing.Level;

/** For whom who looks may write, as a delegate over all calendars; told of himself only. */
@ApplicationScoped
public class CalendarProxyWriteFor implements Property {

    private static final QName NAME = Names.calendarServer("calendar-proxy-write-for");
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
    public void write(XmlOut out, Subject subject) {
        if (!subject.own()) return;
        for (var chief : subject.viewing().delegators(Level.MANAGE)) out.href(Hrefs.principal(chief));
    }
}
