package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** What is in it takes so many octets (RFC 4331, 3). */
@Dependent
public class QuotaUsedBytes extends LiveProperty {

    public QuotaUsedBytes() {
        super(Names.dav("quota-used-bytes"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var resource = subject.resource();
        long used = resource.kind() == Kind.HOME
                ? subject.viewing().roomOf(resource.owner()).used()
                : resource.calendar().bytes();
        out.text(Long.toString(used));
    }
}
