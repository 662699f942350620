package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Mail addresses, as Apple clients ask for them. */
@Dependent
public class EmailAddressSet extends LiveProperty {

    public EmailAddressSet() {
        super(Names.calendarServer("email-address-set"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        subject.viewing()
                .addressesOf(subject.owner())
                .forEach(address -> out.element(Names.calendarServer("email-address"), address.value()));
    }
}
