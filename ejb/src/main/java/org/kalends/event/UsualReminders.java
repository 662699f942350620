package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.DefaultReminders;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Timing;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.sharing.Level;

/**
 * The reminders of an event about which nothing was said: the calendar's, else those of whose it is. In a calendar of
 * others somebody is reminded of no more than he asked for there.
 */
@ApplicationScoped
public class UsualReminders {

    @Inject
    Access access;

    @Inject
    SettingsOf settings;

    /** @param calendar id or {@link Access#DEFAULT} */
    public List<Alarm> of(Principal actor, String calendar, Timing timing) {
        var into = access.require(actor, calendar, Level.WRITE);
        var usual = DefaultReminders.of(into);
        if (timing.allDay()) return DefaultReminders.alarms(usual.allDay());
        if (!usual.timed().isEmpty() || into.shared()) return DefaultReminders.alarms(usual.timed());
        return DefaultReminders.alarms(settings.of(actor).reminders());
    }

    /**
     * An invitation with the reminders that its owner gives what comes into his default calendar; who was reminded
     * already has them.
     */
    EventSeries onArrival(Principal owner, CalendarCollection into, EventSeries series) {
        if (owner.kind() != Principal.Kind.USER) return series;
        var usual = DefaultReminders.of(into);
        var timed = usual.timed().isEmpty() ? settings.of(owner).reminders() : usual.timed();
        UnaryOperator<EventComponent> reminded = component -> component.alarms().isEmpty()
                ? component.withAlarms(
                        DefaultReminders.alarms(component.timing().allDay() ? usual.allDay() : timed))
                : component;
        return series.each(reminded);
    }
}
