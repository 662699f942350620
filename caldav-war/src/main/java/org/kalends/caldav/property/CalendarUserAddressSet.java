package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Every address that scheduling knows him by, the preferred one first (RFC 6638, 2.4.1). */
@Dependent
public class CalendarUserAddressSet extends LiveProperty {

    public CalendarUserAddressSet() {
        super(Names.caldav("calendar-user-address-set"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var owner = subject.owner();
        subject.viewing().addressesOf(owner).forEach(address -> out.href(address.mailto()));
        out.href(Hrefs.principal(owner)).href("urn:uuid:" + owner.id());
    }
}
