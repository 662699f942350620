package org.kalends.caldav.property;

import static org.kalends.caldav.xml.Names.caldav;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.http.Refusals;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.HomeChange;
import org.kalends.event.resource.Component;
import org.kalends.event.resource.ObjectRefused;
import org.kalends.event.resource.ObjectText;
import org.kalends.identity.Principal;

/** When the owner can be met, whatever stands in his calendars (RFC 7953, 7.2.4). */
@Dependent
public class CalendarAvailability extends LiveProperty implements HomeSettable {

    private static final int LARGEST = 64 * 1024;

    public CalendarAvailability() {
        super(caldav("calendar-availability"), EnumSet.of(Kind.INBOX, Kind.HOME));
    }

    @Override
    public boolean present(Subject subject) {
        return !subject.viewing().availabilityOf(subject.owner()).isEmpty();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(subject.viewing().availabilityOf(subject.owner()));
    }

    @Override
    public HomeChange set(HomeChange change, Principal owner, @Nullable XmlElement value) {
        if (value == null) return change.available("");
        var text = value.text().strip() + "\r\n";
        if (text.length() > LARGEST) {
            throw Refusal.precondition(403, caldav("max-resource-size"), "There may be no more than 64 KiB");
        }
        try {
            if (ObjectText.read(text).component() != Component.VAVAILABILITY) {
                throw Refusal.precondition(
                        403, caldav("supported-calendar-component"), "There must be a VAVAILABILITY and nothing else");
            }
        } catch (ObjectRefused e) {
            throw Refusals.of(e);
        }
        return change.available(text);
    }
}
