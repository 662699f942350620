package org.kalends.caldav.property;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;
import org.kalends.calendar.CollectionChange.Rules;
import org.kalends.calendar.DefaultReminders;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.codec.AlarmTexts;
import org.kalends.identity.PersonalSettings.DefaultReminder;

/**
 * VALARMs that new events of a calendar get: the default reminders of the browser, in a program's words. In a calendar
 * of others they are the viewer's.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-daboo-valarm-extensions-04.html#section-9">draft-daboo-valarm-extensions,
 *     9</a>
 */
abstract class DefaultAlarm extends LiveProperty implements Settable {

    DefaultAlarm(String name) {
        super(Names.caldav(name), EnumSet.of(Kind.CALENDAR));
    }

    abstract List<DefaultReminder> of(DefaultReminders reminders);

    abstract Rules with(Rules rules, List<DefaultReminder> reminders);

    @Override
    public void write(XmlOut out, Subject subject) {
        var reminders = of(DefaultReminders.of(subject.resource().calendar()));
        out.text(AlarmTexts.text(DefaultReminders.alarms(reminders)));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        try {
            var alarms = value == null ? List.<Alarm>of() : AlarmTexts.parse(value.text());
            return change.with(with(change.rules(), DefaultReminders.reminders(alarms)));
        } catch (InvalidCalendarData e) {
            throw Refusal.precondition(403, Names.caldav("valid-calendar-data"), String.valueOf(e.getMessage()));
        }
    }
}
