package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.event.resource.ObjectText;

/** The most instances of a finite series (RFC 4791, 5.2.8). */
@Dependent
public class MaxInstances extends LiveProperty {

    public MaxInstances() {
        super(Names.caldav("max-instances"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.OUTBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(ObjectText.MOST_INSTANCES));
    }
}
