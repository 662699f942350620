package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.kalends.calendar.CollectionChange.Rules;
import org.kalends.calendar.DefaultReminders;
import org.kalends.identity.PersonalSettings.DefaultReminder;

/** Of events at an hour. */
@Dependent
public class DefaultAlarmOfTimedEvents extends DefaultAlarm {

    public DefaultAlarmOfTimedEvents() {
        super("default-alarm-vevent-datetime");
    }

    @Override
    List<DefaultReminder> of(DefaultReminders reminders) {
        return reminders.timed();
    }

    @Override
    Rules with(Rules rules, List<DefaultReminder> reminders) {
        return rules.remindingTimed(reminders);
    }
}
