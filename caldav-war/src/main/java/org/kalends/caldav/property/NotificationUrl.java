package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where one is told of sharing; of nobody else it is told (caldav-notifications, 5.1). */
@Dependent
public class NotificationUrl extends LiveProperty {

    public NotificationUrl() {
        super(Names.calendarServer("notification-URL"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public boolean present(Subject subject) {
        return subject.own();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(Hrefs.notifications(subject.owner()));
    }
}
