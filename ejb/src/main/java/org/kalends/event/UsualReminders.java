package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kalends.calendar.Access;
import org.kalends.calendar.DefaultReminders;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Timing;
import org.kalends.identity.PersonalSettings.DefaultReminder;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;

/** The reminders of an event about which nothing was said: the calendar's, else those of its owner. */
@ApplicationScoped
public class UsualReminders {

    @Inject
    Access access;

    @Inject
    SettingsOf settings;

    /** @param calendar id or {@link Access#DEFAULT} */
    public List<Alarm> of(Principal owner, String calendar, Timing timing) {
        var own = DefaultReminders.of(access.writable(owner, calendar));
        if (timing.allDay()) return alarms(own.allDay());
        return alarms(own.timed().isEmpty() ? settings.of(owner).reminders() : own.timed());
    }

    private static List<Alarm> alarms(List<DefaultReminder> reminders) {
        return reminders.stream()
                .map(r ->
                        new Alarm(r.before(), Alarm.Channel.valueOf(r.channel().name())))
                .toList();
    }
}
