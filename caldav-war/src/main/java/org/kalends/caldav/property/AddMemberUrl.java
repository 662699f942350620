package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where objects without a name are posted (RFC 5995, 3.2.1). */
@Dependent
public class AddMemberUrl extends LiveProperty {

    public AddMemberUrl() {
        super(Names.dav("add-member"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href(subject.resource().href());
    }
}
