package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.sharing.Level;

/** For whom who looks may read, as a delegate over all calendars; told of himself only. */
@Dependent
public class CalendarProxyReadFor extends LiveProperty {

    public CalendarProxyReadFor() {
        super(Names.calendarServer("calendar-proxy-read-for"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        if (!subject.own()) return;
        var managed = subject.viewing().delegators(Level.MANAGE);
        for (var chief : subject.viewing().delegators(Level.READ)) {
            if (!managed.contains(chief)) out.href(Hrefs.principal(chief));
        }
    }
}
