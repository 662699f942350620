package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Changes with all but answers (RFC 6638, 3.2.10). */
@Dependent
public class ScheduleTag extends LiveProperty {

    public ScheduleTag() {
        super(Names.caldav("schedule-tag"), EnumSet.of(Kind.OBJECT));
    }

    @Override
    public boolean present(Subject subject) {
        return subject.resource().object().scheduleTag() != null;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text("\"" + subject.resource().object().scheduleTag() + "\"");
    }
}
