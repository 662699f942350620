package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where principals are searched (RFC 3744, 5.8). */
@Dependent
public class PrincipalCollectionSet extends LiveProperty {

    public PrincipalCollectionSet() {
        super(Names.dav("principal-collection-set"), Kind.EVERY);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.PRINCIPALS);
    }
}
