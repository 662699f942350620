package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.event.resource.ObjectText;

/** The largest object in octets (RFC 4791, 5.2.5). */
@Dependent
public class MaxResourceSize extends LiveProperty {

    public MaxResourceSize() {
        super(Names.caldav("max-resource-size"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.OUTBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(ObjectText.LARGEST));
    }
}
