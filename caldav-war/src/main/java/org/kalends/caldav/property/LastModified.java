package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.http.HttpDates;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** When it was stored last, as HTTP writes dates (RFC 4918, 15.7). */
@Dependent
public class LastModified extends LiveProperty {

    public LastModified() {
        super(Names.dav("getlastmodified"), EnumSet.of(Kind.OBJECT));
    }

    @Override
    public boolean inAllProp() {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(HttpDates.text(subject.resource().object().modified()));
    }
}
