package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;

/** What the calendar is for (RFC 4791, 5.2.1). */
@Dependent
public class CalendarDescription extends LiveProperty implements Settable {

    public CalendarDescription() {
        super(Names.caldav("calendar-description"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public boolean present(Subject subject) {
        return !subject.resource().calendar().look().description().isEmpty();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(subject.resource().calendar().look().description());
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        return change.described(value == null ? "" : value.text());
    }
}
