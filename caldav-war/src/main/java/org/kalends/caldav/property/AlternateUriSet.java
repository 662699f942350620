package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** There are no others in use (RFC 3744, 4.1). */
@Dependent
public class AlternateUriSet extends LiveProperty {

    public AlternateUriSet() {
        super(Names.dav("alternate-URI-set"), Kind.PEOPLE);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        // empty
    }
}
