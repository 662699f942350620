package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** What the resource is (RFC 4918, 15.9). */
@Dependent
public class ResourceType extends LiveProperty {

    public ResourceType() {
        super(Names.dav("resourcetype"), Kind.EVERY);
    }

    @Override
    public boolean inAllProp() {
        return true;
    }

    @Override
    public boolean ofMember() {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var kind = subject.resource().kind();
        if (kind.collection()) out.empty(Elements.COLLECTION);
        switch (kind) {
            case CALENDAR -> {
                out.empty(Elements.CALENDAR);
                if (subject.resource().calendar().shared()) out.empty(Names.calendarServer("shared"));
                if (subject.resource().calendar().lent()) out.empty(Names.calendarServer("shared-owner"));
            }
            case PRINCIPAL -> out.empty(Names.dav("principal"));
            case PROXY_READ -> out.empty(Names.dav("principal")).empty(Names.calendarServer("calendar-proxy-read"));
            case PROXY_WRITE -> out.empty(Names.dav("principal")).empty(Names.calendarServer("calendar-proxy-write"));
            case INBOX -> out.empty(Names.caldav("schedule-inbox"));
            case OUTBOX -> out.empty(Names.caldav("schedule-outbox"));
            case NOTIFICATIONS -> out.empty(Names.calendarServer("notification"));
            default -> {
                // a plain collection, or an object
            }
        }
    }
}
