package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.Quota;

/** So many octets may still be put into the home (RFC 4331, 3); not there where there is no limit. */
@ApplicationScoped
public class QuotaAvailableBytes extends LiveProperty {

    @Inject
    Quota quota;

    public QuotaAvailableBytes() {
        super(Names.dav("quota-available-bytes"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public boolean present(Subject subject) {
        return quota.available(subject.possessor().id()).isPresent();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        quota.available(subject.possessor().id()).ifPresent(octets -> out.text(Long.toString(octets)));
    }
}
