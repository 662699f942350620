package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;

/** The colour, with an opaque alpha as Apple writes it. */
@Dependent
public class CalendarColor extends LiveProperty implements Settable {

    public CalendarColor() {
        super(Names.apple("calendar-color"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var color = subject.resource().calendar().look().color();
        out.text(color.length() == 7 ? (color + "FF").toUpperCase(Locale.ROOT) : color);
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        var text = value == null ? "" : value.text().strip();
        if (value == null) return change;
        if (!text.matches("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?"))
            throw Refusal.of(409, "A colour is #RRGGBB or #RRGGBBAA");
        return change.painted(text.substring(0, 7).toLowerCase(Locale.ROOT));
    }
}
