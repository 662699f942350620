package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.event.resource.ObjectText;

/** The most attendees (RFC 4791, 5.2.9). */
@Dependent
public class MaxAttendeesPerInstance extends LiveProperty {

    public MaxAttendeesPerInstance() {
        super(Names.caldav("max-attendees-per-instance"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.OUTBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(ObjectText.MOST_ATTENDEES));
    }
}
