package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The kind of principal, as Apple clients ask for it. */
@ApplicationScoped
public class RecordType implements Property {

    private static final QName NAME = Names.calendarServer("record-type");
    private static final Set<Kind> ON = EnumSet.of(Kind.PRINCIPAL);

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Set<Kind> on() {
        return ON;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Hrefs.folder(subject.owner().kind()));
    }
}
