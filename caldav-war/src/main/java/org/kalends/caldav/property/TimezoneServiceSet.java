package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Services that zones come from (RFC 7809, 5.2): none, they are those of IANA that came with the server. */
@Dependent
public class TimezoneServiceSet extends LiveProperty {

    public TimezoneServiceSet() {
        super(Names.caldav("timezone-service-set"), EnumSet.of(Kind.HOME));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text("");
    }
}
