package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.sharing.Level;

/** Groups of delegates that who looks is in himself (RFC 3744, 4.4). */
@Dependent
public class GroupMembership extends LiveProperty {

    private static final String READING = "calendar-proxy-read/";
    private static final String WRITING = "calendar-proxy-write/";

    public GroupMembership() {
        super(Names.dav("group-membership"), Kind.PEOPLE);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        if (subject.resource().kind() != Kind.PRINCIPAL) return;
        if (!subject.own()) return;
        var managed = subject.viewing().delegators(Level.MANAGE);
        for (var chief : subject.viewing().delegators(Level.READ)) {
            out.href(Hrefs.principal(chief) + (managed.contains(chief) ? WRITING : READING));
        }
    }
}
