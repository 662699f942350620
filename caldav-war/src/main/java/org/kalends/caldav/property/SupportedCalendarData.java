package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.http.CalendarForm;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The media types that are stored and told (RFC 4791, 5.2.4). */
@Dependent
public class SupportedCalendarData extends LiveProperty {

    public SupportedCalendarData() {
        super(Names.caldav("supported-calendar-data"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.OUTBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        for (var form : CalendarForm.values()) {
            out.raw("<C:calendar-data content-type=\"" + form.type() + "\" version=\"2.0\"/>");
        }
    }
}
