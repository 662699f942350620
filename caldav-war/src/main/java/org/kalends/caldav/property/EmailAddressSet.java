package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Mail addresses, as Apple clients ask for them. */
@ApplicationScoped
public class EmailAddressSet implements Property {

    private static final QName NAME = Names.calendarServer("email-address-set");
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
        subject.viewing()
                .addressesOf(subject.owner())
                .forEach(address -> out.element(Names.calendarServer("email-address"), address.value()));
    }
}
