package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Who may do what, told to who manages it; the entry of the owner cannot be changed (RFC 3744, 5.5). */
@Dependent
public class AccessControlList extends LiveProperty {

    public AccessControlList() {
        super(Names.dav("acl"), Kind.OWNED);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.raw("<D:ace><D:principal>").href(Hrefs.principal(subject.possessor()));
        out.raw("</D:principal><D:grant><D:privilege><D:all/></D:privilege></D:grant><D:protected/></D:ace>");
        var kind = subject.resource().kind();
        if (kind != Kind.CALENDAR && kind != Kind.OBJECT) return;
        for (var share : subject.viewing().sharesOf(subject.resource().calendar())) {
            out.raw("<D:ace><D:principal>").href(Hrefs.principal(share.principal()));
            out.raw("</D:principal><D:grant>");
            for (var privilege : Privileges.of(share.rights().level())) {
                out.open(Privileges.PRIVILEGE).empty(privilege).close(Privileges.PRIVILEGE);
            }
            out.raw("</D:grant></D:ace>");
        }
    }
}
