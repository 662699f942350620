package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Entries grant and name a principal (RFC 3744, 5.6). */
@Dependent
public class AclRestrictions extends LiveProperty {

    public AclRestrictions() {
        super(Names.dav("acl-restrictions"), Kind.OWNED);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.raw("<D:grant-only/><D:no-invert/>");
    }
}
