package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Whose it is (RFC 3744, 5.1). */
@ApplicationScoped
public class Owner implements Property {

    private static final QName NAME = Names.dav("owner");
    private static final Set<Kind> ON = Kind.OWNED;

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
        out.href(Hrefs.principal(subject.possessor()));
    }
}
