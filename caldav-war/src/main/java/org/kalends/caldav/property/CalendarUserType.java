package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.identity.Principal;

/** CUTYPE of the principal (RFC 6638, 2.4.2). */
@ApplicationScoped
public class CalendarUserType implements Property {

    private static final QName NAME = Names.caldav("calendar-user-type");
    private static final Set<Kind> ON = EnumSet.of(Kind.PRINCIPAL);

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
        var kind = subject.owner().kind();
        out.text(kind == Principal.Kind.USER ? "INDIVIDUAL" : kind.name());
    }
}
