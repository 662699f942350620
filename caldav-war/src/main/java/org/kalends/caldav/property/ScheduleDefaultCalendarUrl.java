package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollections;

/** Where invitations are put (RFC 6638, 9.2). */
@ApplicationScoped
public class ScheduleDefaultCalendarUrl implements Property {

    private static final QName NAME = Names.caldav("schedule-default-calendar-URL");
    private static final Set<Kind> ON = EnumSet.of(Kind.INBOX);

    @Inject
    CalendarCollections calendars;

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
        calendars.of(subject.viewer(), subject.owner().id()).stream()
                .filter(CalendarCollection::isDefault)
                .forEach(calendar -> out.href(Hrefs.calendar(subject.owner(), calendar.uri())));
    }
}
