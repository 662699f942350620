package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.UtcText;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.event.resource.ObjectText;

/** The earliest moment that an object may name (RFC 4791, 5.2.6). */
@Dependent
public class MinDateTime extends LiveProperty {

    public MinDateTime() {
        super(Names.caldav("min-date-time"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.OUTBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(UtcText.of(ObjectText.EARLIEST));
    }
}
