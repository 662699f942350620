package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The colour, with an opaque alpha as Apple writes it. */
@ApplicationScoped
public class CalendarColor implements Property {

    private static final QName NAME = Names.apple("calendar-color");
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
        var color = subject.resource().calendar().look().color();
        out.text(color.length() == 7 ? (color + "FF").toUpperCase(Locale.ROOT) : color);
    }
}
