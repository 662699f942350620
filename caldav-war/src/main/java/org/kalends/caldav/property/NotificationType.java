package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** What a notification is about (caldav-notifications, 5.2). */
@Dependent
public class NotificationType extends LiveProperty {

    public NotificationType() {
        super(Names.calendarServer("notificationtype"), EnumSet.of(Kind.NOTIFICATION));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        SharingXml.type(out, subject.resource().notice());
    }
}
