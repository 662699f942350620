package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** What the one who asks may do here (RFC 3744, 5.5). */
@Dependent
public class CurrentUserPrivilegeSet extends LiveProperty {

    public CurrentUserPrivilegeSet() {
        super(Names.dav("current-user-privilege-set"), Kind.EVERY);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        for (var privilege : Privileges.of(subject))
            out.open(Privileges.PRIVILEGE).empty(privilege).close(Privileges.PRIVILEGE);
    }
}
