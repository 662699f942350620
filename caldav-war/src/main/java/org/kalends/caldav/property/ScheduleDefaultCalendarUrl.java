package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollections;

/** Where invitations are put (RFC 6638, 9.2). */
@ApplicationScoped
public class ScheduleDefaultCalendarUrl extends LiveProperty {

    @Inject
    CalendarCollections calendars;

    public ScheduleDefaultCalendarUrl() {
        super(Names.caldav("schedule-default-calendar-URL"), EnumSet.of(Kind.INBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        calendars.of(subject.viewer(), subject.owner().id()).stream()
                .filter(CalendarCollection::isDefault)
                .forEach(calendar -> out.href(Hrefs.calendar(subject.owner(), calendar.uri())));
    }
}
