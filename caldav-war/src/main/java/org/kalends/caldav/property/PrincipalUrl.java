package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The one address that the principal is known by (RFC 3744, 4.2). */
@Dependent
public class PrincipalUrl extends LiveProperty {

    public PrincipalUrl() {
        super(Names.dav("principal-URL"), Kind.PEOPLE);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(subject.resource().href());
    }
}
