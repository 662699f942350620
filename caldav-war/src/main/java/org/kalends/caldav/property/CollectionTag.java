package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import java.util.List;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.sharing.SharingNotice;

/** Changes with every change in the collection; older clients poll it. */
@Dependent
public class CollectionTag extends LiveProperty {

    public CollectionTag() {
        super(Names.calendarServer("getctag"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.HOME, Kind.NOTIFICATIONS));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        boolean notifications = subject.resource().kind() == Kind.NOTIFICATIONS;
        out.text(notifications ? tag(subject.viewing().notices()) : SyncToken.text(subject));
    }

    /** A notification never changes; it comes and goes. */
    private static String tag(List<SharingNotice> notices) {
        return Integer.toHexString(
                notices.stream().map(SharingNotice::id).toList().hashCode());
    }
}
