package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Octets of the text (RFC 4918, 15.4). */
@ApplicationScoped
public class ContentLength implements Property {

    private static final QName NAME = Names.dav("getcontentlength");
    private static final Set<Kind> ON = EnumSet.of(Kind.OBJECT);

    @Override
    public QName name() {
        return NAME;
    }

    @Override
    public Set<Kind> on() {
        return ON;
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
