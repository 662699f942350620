package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Media type, with the component of an object (RFC 4918, 15.5). */
@Dependent
public class ContentType extends LiveProperty {

    public ContentType() {
        super(Names.dav("getcontenttype"), EnumSet.of(Kind.CALENDAR, Kind.OBJECT, Kind.NOTIFICATION));
    }

    @Override
    public boolean inAllProp() {
        return true;
    }

    @Override
    public boolean ofMember() {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        var resource = subject.resource();
        out.text(
                switch (resource.kind()) {
                    case CALENDAR -> MediaTypes.CALENDAR;
                    case NOTIFICATION -> MediaTypes.XML;
                    default -> MediaTypes.calendar(resource.member().component());
                });
    }
}
