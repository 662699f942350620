package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** When it was stored first, as RFC 3339 writes dates (RFC 4918, 15.1). */
@Dependent
public class CreationDate extends LiveProperty {

    public CreationDate() {
        super(Names.dav("creationdate"), EnumSet.of(Kind.OBJECT));
    }

    @Override
    public boolean inAllProp() {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(subject.resource()
                .object()
                .created()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString());
    }
}
