package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.report.HomeState;
import org.kalends.caldav.report.SyncTokens;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where the collection stands (RFC 6578, 4). */
@Dependent
public class SyncToken extends LiveProperty {

    public SyncToken() {
        super(Names.dav("sync-token"), EnumSet.of(Kind.CALENDAR, Kind.INBOX, Kind.HOME));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(text(subject));
    }

    static String text(Subject subject) {
        var resource = subject.resource();
        if (resource.kind() != Kind.HOME)
            return SyncTokens.of(resource.calendar()).text();
        var members = subject.viewing().members(resource.owner());
        return HomeState.of(resource.owner().id(), members).token();
    }
}
