package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** The strong entity tag (RFC 4918, 15.6). */
@Dependent
public class EntityTag extends LiveProperty {

    public EntityTag() {
        super(Names.dav("getetag"), EnumSet.of(Kind.OBJECT, Kind.NOTIFICATION));
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
        var tag = resource.kind() == Kind.OBJECT
                ? resource.member().etag()
                : resource.notice().id().toString();
        out.text("\"" + tag + "\"");
    }
}
