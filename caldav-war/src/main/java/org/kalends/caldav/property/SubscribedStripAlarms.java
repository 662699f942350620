package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.SubscriptionChange.Strip;

/** Alarms of the feed are left out: the {@code CS:subscribed-strip-alarms} of CalendarServer. */
@Dependent
public class SubscribedStripAlarms extends StrippedFromSubscription {

    public SubscribedStripAlarms() {
        super(Names.calendarServer("subscribed-strip-alarms"), Strip.ALARMS);
    }
}
