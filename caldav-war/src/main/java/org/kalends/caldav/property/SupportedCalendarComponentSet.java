package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;

/** What kinds of objects the calendar takes (RFC 4791, 5.2.3). */
@Dependent
public class SupportedCalendarComponentSet extends LiveProperty implements Settable {

    public SupportedCalendarComponentSet() {
        super(Names.caldav("supported-calendar-component-set"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        subject.resource().calendar().components().stream()
                .sorted()
                .forEach(name -> out.empty(Names.caldav("comp"), "name", name));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        if (value == null) return change;
        var names = value.children(Names.caldav("comp"))
                .map(comp -> comp.attribute("name").orElse("").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (names.isEmpty()
                || !Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY")
                        .containsAll(names)) {
            throw Refusal.precondition(
                    403, Names.caldav("supported-calendar-component"), "A component of the set is not stored here");
        }
        return change.with(change.rules().taking(names));
    }

    @Override
    public boolean onlyAtCreation() {
        return true;
    }
}
