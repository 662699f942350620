package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Services that zones come from (RFC 7809, 5.2): none, they are those of IANA that came with the server. */
@ApplicationScoped
public class TimezoneServiceSet implements Property {

    private static final QName NAME = Names.caldav("timezone-service-set");
    private static final Set<Kind> ON = EnumSet.of(Kind.HOME);

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
        out.text("");
    }
}
