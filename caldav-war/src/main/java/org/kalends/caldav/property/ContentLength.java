package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Octets of the text (RFC 4918, 15.4); in a calendar of others each has his own, which no column tells. */
@Dependent
public class ContentLength extends LiveProperty {

    public ContentLength() {
        super(Names.dav("getcontentlength"), EnumSet.of(Kind.OBJECT));
    }

    @Override
    public boolean present(Subject subject) {
        return !subject.resource().calendar().shared();
    }

    @Override
    public boolean inAllProp() {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(subject.resource().object().size()));
    }
}
