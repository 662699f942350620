package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.event.resource.filter.Collation;

/** How text is compared by text-match (RFC 4791, 7.5.1). */
@Dependent
public class SupportedCollationSet extends LiveProperty {

    public SupportedCollationSet() {
        super(Names.caldav("supported-collation-set"), EnumSet.of(Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        for (var collation : Collation.values()) out.element(Names.caldav("supported-collation"), collation.token());
    }
}
