package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kalends.calendar.Access;
import org.kalends.calendar.DefaultReminders;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Timing;
import org.kalends.identity.Directory;
import org.kalends.identity.PersonalSettings.DefaultReminder;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.sharing.Level;

/** The reminders of an event about which nothing was said: the calendar's, else those of its owner. */
@ApplicationScoped
public class UsualReminders {

    @Inject
    Access access;

    @Inject
    SettingsOf settings;

    @Inject
    Directory directory;

    /** @param calendar id or {@link Access#DEFAULT} */
    public List<Alarm> of(Principal actor, String calendar, Timing timing) {
        var into = access.require(actor, calendar, Level.WRITE);
        var usual = DefaultReminders.of(into);
        if (timing.allDay()) return alarms(usual.allDay());
        if (!usual.timed().isEmpty()) return alarms(usual.timed());
        return alarms(settings.of(directory.ownerOf(into.home(), actor)).reminders());
    }

    private static List<Alarm> alarms(List<DefaultReminder> reminders) {
        return reminders.stream()
                .map(r ->
                        new Alarm(r.before(), Alarm.Channel.valueOf(r.channel().name())))
                .toList();
    }
}
