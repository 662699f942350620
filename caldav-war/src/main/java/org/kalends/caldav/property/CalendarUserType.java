package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.identity.Principal;

/** CUTYPE of the principal (RFC 6638, 2.4.2). */
@Dependent
public class CalendarUserType extends LiveProperty {

    public CalendarUserType() {
        super(Names.caldav("calendar-user-type"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var kind = subject.owner().kind();
        out.text(kind == Principal.Kind.USER ? "INDIVIDUAL" : kind.name());
    }
}
