package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import java.util.OptionalLong;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** So many octets may still be put into the home (RFC 4331, 3); not there where there is no limit. */
@Dependent
public class QuotaAvailableBytes extends LiveProperty {

    public QuotaAvailableBytes() {
        super(Names.dav("quota-available-bytes"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public boolean present(Subject subject) {
        return room(subject).isPresent();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        room(subject).ifPresent(octets -> out.text(Long.toString(octets)));
    }

    private static OptionalLong room(Subject subject) {
        return subject.viewing().roomOf(subject.possessor()).available();
    }
}
