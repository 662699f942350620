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

/** What people call it (RFC 4918, 15.2). */
@Dependent
public class DisplayName extends LiveProperty implements Settable {

    public DisplayName() {
        super(Names.dav("displayname"), EnumSet.of(Kind.PRINCIPAL, Kind.HOME, Kind.CALENDAR, Kind.INBOX, Kind.OUTBOX));
    }

    @Override
    public boolean inAllProp() {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(
                subject.resource().kind() == Kind.CALENDAR
                        ? subject.resource().calendar().look().name()
                        : subject.owner().name());
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        return change.named(value == null ? "" : value.text());
    }
}
