package org.kalends.web.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.DefaultReminder;
import org.kalends.problem.CalendarException;

/**
 * A reminder that new events get.
 *
 * @param before ISO 8601 duration before the start; negative is after it
 */
public record DefaultReminderJson(@Nullable Duration before, @Nullable String channel) {

    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    public static List<DefaultReminderJson> of(List<DefaultReminder> reminders) {
        return reminders.stream()
                .map(r -> new DefaultReminderJson(r.before(), r.channel().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** @throws CalendarException 400 naming what is wrong */
    public static List<DefaultReminder> read(String field, List<@Nullable DefaultReminderJson> given) {
        if (given.size() > MOST) throw CalendarException.invalid(field, "must be at most " + MOST);
        var reminders = new ArrayList<DefaultReminder>();
        for (int i = 0; i < given.size(); i++) reminders.add(read(field + "[" + i + "]", given.get(i)));
        return reminders;
    }

    private static DefaultReminder read(String field, @Nullable DefaultReminderJson given) {
        var before = given == null ? null : given.before();
        if (given == null || before == null || before.abs().compareTo(LONGEST) > 0) {
            throw CalendarException.invalid(field + ".before", "must be a duration of at most a year");
        }
        for (var channel : Channel.values()) {
            if (channel.name().toLowerCase(Locale.ROOT).equals(given.channel())) {
                return new DefaultReminder(before, channel);
            }
        }
        throw CalendarException.invalid(field + ".channel", "must be mail, messenger or browser");
    }
}
