package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.sharing.Level;

/** Delegates, told to whose they are (RFC 3744, 4.3). */
@Dependent
public class GroupMemberSet extends LiveProperty {

    public GroupMemberSet() {
        super(Names.dav("group-member-set"), EnumSet.of(Kind.PROXY_READ, Kind.PROXY_WRITE));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        if (!subject.own()) return;
        var level = level(subject.resource().kind());
        for (var share : subject.viewing().delegates()) {
            if (share.rights().level() == level) out.href(Hrefs.principal(share.principal()));
        }
    }

    /** What such delegates may do with every calendar. */
    public static Level level(Kind proxy) {
        return proxy == Kind.PROXY_WRITE ? Level.MANAGE : Level.READ;
    }
}
