package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;

/** Whether its events count as busy (RFC 6638, 9.1). */
@Dependent
public class ScheduleCalendarTransp extends LiveProperty implements Settable {

    public ScheduleCalendarTransp() {
        super(Names.caldav("schedule-calendar-transp"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.empty(Names.caldav(subject.resource().calendar().transparent() ? "transparent" : "opaque"));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        boolean free = value != null && value.child(Names.caldav("transparent")).isPresent();
        return change.with(change.rules().counting(free));
    }
}
