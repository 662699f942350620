package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.Quota;

/** What is in it takes so many octets (RFC 4331, 3). */
@ApplicationScoped
public class QuotaUsedBytes extends LiveProperty {

    @Inject
    Quota quota;

    public QuotaUsedBytes() {
        super(Names.dav("quota-used-bytes"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var resource = subject.resource();
        long used =
                resource.kind() == Kind.HOME ? quota.used(resource.owner().id()) : quota.usedBy(resource.calendar());
        out.text(Long.toString(used));
    }
}
