package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Where files of events lie (RFC 8607, 6.1). */
@Dependent
public class ManagedAttachmentsServerUrl extends LiveProperty {

    public ManagedAttachmentsServerUrl() {
        super(Names.caldav("managed-attachments-server-URL"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.href("/dav/attachments/");
    }
}
