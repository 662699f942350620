package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.sharing.Level;
import org.kalends.sharing.Share;
import org.kalends.sharing.Share.Answer;

/** With whom a calendar is shared, as far as who looks may know, and what they answered (caldav-sharing, 5.2.2). */
@Dependent
public class Invite extends LiveProperty {

    public Invite() {
        super(Names.calendarServer("invite"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public boolean present(Subject subject) {
        var calendar = subject.resource().calendar();
        return calendar.shared() || calendar.lent();
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var calendar = subject.resource().calendar();
        if (calendar.shared()) SharingXml.organizer(out, subject.possessor());
        if (calendar.rights().holds(Level.MANAGE)) {
            subject.viewing().sharesOf(calendar).forEach(share -> SharingXml.user(out, share));
        } else {
            SharingXml.user(out, new Share(subject.viewer(), calendar.rights(), Answer.ACCEPTED, ""));
        }
    }
}
