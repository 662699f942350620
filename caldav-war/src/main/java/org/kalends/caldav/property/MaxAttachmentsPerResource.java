package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;

/** How many files an event may have (RFC 8607, 6.3). */
@Dependent
public class MaxAttachmentsPerResource extends LiveProperty {

    @Inject
    AttachmentSettings settings;

    public MaxAttachmentsPerResource() {
        super(Names.caldav("max-attachments-per-resource"), EnumSet.of(Kind.HOME, Kind.CALENDAR));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        out.text(Integer.toString(settings.mostPerEvent()));
    }
}
