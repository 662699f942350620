package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Whose it is (RFC 3744, 5.1). */
@Dependent
public class Owner extends LiveProperty {

    public Owner() {
        super(Names.dav("owner"), Kind.OWNED);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.principal(subject.possessor()));
    }
}
