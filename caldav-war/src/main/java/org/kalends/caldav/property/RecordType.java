package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The kind of principal, as Apple clients ask for it. */
@Dependent
public class RecordType extends LiveProperty {

    public RecordType() {
        super(Names.calendarServer("record-type"), EnumSet.of(Kind.PRINCIPAL));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Hrefs.folder(subject.owner().kind()));
    }
}
