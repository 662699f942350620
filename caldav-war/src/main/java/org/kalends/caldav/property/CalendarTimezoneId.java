package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.caldav.xml.ZoneElement;
import org.kalends.calendar.CollectionChange;
import org.kalends.icalendar.codec.TimezoneText;

/** The same zone by its name (RFC 7809, 5.2). */
@Dependent
public class CalendarTimezoneId extends LiveProperty implements Settable {

    public CalendarTimezoneId() {
        super(Names.caldav("calendar-timezone-id"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(TimezoneText.id(subject.resource().calendar().zone()));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        return value == null ? change : change.with(change.rules().inZone(ZoneElement.named(value.text())));
    }
}
