package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** What kinds of objects the calendar takes (RFC 4791, 5.2.3). */
@ApplicationScoped
public class SupportedCalendarComponentSet implements Property {

    private static final QName NAME = Names.caldav("supported-calendar-component-set");
    private static final Set<Kind> ON = EnumSet.of(Kind.CALENDAR);

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
        subject.resource().calendar().components().stream()
                .sorted()
                .forEach(name -> out.empty(Names.caldav("comp"), "name", name));
    }
}
