package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;

/** Its place among the others. */
@Dependent
public class CalendarOrder extends LiveProperty implements Settable {

    public CalendarOrder() {
        super(Names.apple("calendar-order"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(subject.resource().calendar().look().position()));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        var text = value == null ? "0" : value.text().strip();
        if (!text.matches("[0-9]{1,9}")) throw Refusal.of(409, "The order is a number");
        return change.placed(Integer.parseInt(text));
    }
}
