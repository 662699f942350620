package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Who asks (RFC 5397, 3). */
@Dependent
public class CurrentUserPrincipal extends LiveProperty {

    public CurrentUserPrincipal() {
        super(Names.dav("current-user-principal"), Kind.EVERY);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.principal(subject.viewer()));
    }
}
