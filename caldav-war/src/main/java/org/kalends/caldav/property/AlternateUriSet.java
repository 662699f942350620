package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** There are no others in use (RFC 3744, 4.1). */
@ApplicationScoped
public class AlternateUriSet implements Property {

    private static final QName NAME = Names.dav("alternate-URI-set");
    private static final Set<Kind> ON = Kind.PEOPLE;

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Set<Kind> on() {
        return ON;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        // empty
    }
}
