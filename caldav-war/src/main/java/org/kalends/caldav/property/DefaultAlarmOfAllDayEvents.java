package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.kalends.calendar.CollectionChange.Rules;
import org.kalends.calendar.DefaultReminders;
import org.kalends.identity.PersonalSettings.DefaultReminder;

/** Of all-day events, from the midnight that they begin with. */
@Dependent
public class DefaultAlarmOfAllDayEvents extends DefaultAlarm {

    public DefaultAlarmOfAllDayEvents() {
        super("default-alarm-vevent-date");
    }

    @Override
    List<DefaultReminder> of(DefaultReminders reminders) {
        return reminders.allDay();
    }

    @Override
    Rules with(Rules rules, List<DefaultReminder> reminders) {
        return rules.remindingAllDay(reminders);
    }
}
