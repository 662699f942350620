package org.kalends.web.reminder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.reminder.OpenReminders.OpenReminder;
import org.kalends.web.event.EventJson;
import org.kalends.web.event.TimeJson;

/**
 * A reminder that its reader has not dealt with, and the event that it is about.
 *
 * @param instance of a series; null of a single event
 * @param due when the alarm went off
 */
public record OpenReminderJson(
        UUID id,
        UUID eventId,
        UUID calendarId,
        @Nullable String instance,
        Instant due,
        String title,
        String location,
        @Nullable String conference,
        TimeJson start,
        TimeJson end) {

    static OpenReminderJson of(OpenReminder open) {
        var instance = open.instance();
        var details = instance.component().details();
        return new OpenReminderJson(
                open.id(),
                open.event(),
                open.calendar(),
                open.series().recurring() ? EventJson.instanceId(instance) : null,
                open.due(),
                details.title(),
                details.location(),
                details.conference(),
                TimeJson.of(instance.timing().start()),
                TimeJson.of(instance.timing().end()));
    }
}
