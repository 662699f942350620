package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.SubscriptionChange.Strip;

/** To-dos of the feed are left out: the {@code CS:subscribed-strip-todos} of CalendarServer. */
@Dependent
public class SubscribedStripTodos extends StrippedFromSubscription {

    public SubscribedStripTodos() {
        super(Names.calendarServer("subscribed-strip-todos"), Strip.TODOS);
    }
}
