package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.SubscriptionChange.Strip;

/** Files of the feed are left out: the {@code CS:subscribed-strip-attachments} of CalendarServer. */
@Dependent
public class SubscribedStripAttachments extends StrippedFromSubscription {

    public SubscribedStripAttachments() {
        super(Names.calendarServer("subscribed-strip-attachments"), Strip.ATTACHMENTS);
    }
}
