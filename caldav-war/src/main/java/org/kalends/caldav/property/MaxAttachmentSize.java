package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** Octets of a file that is brought into an event (RFC 8607, 6.2). */
@Dependent
public class MaxAttachmentSize extends LiveProperty {

    @Inject
    AttachmentSettings settings;

    public MaxAttachmentSize() {
        super(Names.caldav("max-attachment-size"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(settings.largestFile()));
    }
}
