package org.kalends.calendar;

import java.util.List;
import org.kalends.icalendar.Alarm;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.DefaultReminder;
import org.kalends.outbox.Json;

/**
 * Reminders that new events of a calendar get.
 *
 * @param timed of events at an hour
 * @param allDay of all-day events, before the midnight that they begin with; negative is later that day
 */
public record DefaultReminders(List<DefaultReminder> timed, List<DefaultReminder> allDay) {

    public static final DefaultReminders NONE = new DefaultReminders(List.of(), List.of());

    public DefaultReminders {
        timed = List.copyOf(timed);
        allDay = List.copyOf(allDay);
    }

    public static DefaultReminders of(CalendarCollection calendar) {
        var text = calendar.defaultAlarms();
        return text.startsWith("[") ? NONE : Json.read(text, DefaultReminders.class);
    }

    /** The same as an event tells them. */
    public static List<Alarm> alarms(List<DefaultReminder> reminders) {
        return reminders.stream()
                .map(one -> new Alarm(
                        one.before(), Alarm.Channel.valueOf(one.channel().name())))
                .toList();
    }

    public static List<DefaultReminder> reminders(List<Alarm> alarms) {
        return alarms.stream()
                .map(one -> new DefaultReminder(
                        one.before(), Channel.valueOf(one.channel().name())))
                .toList();
    }

    String text() {
        return Json.write(this);
    }
}
