package org.kalends.web.settings;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.problem.CalendarException;

/** The matrix of notices as the API tells it: rows of channels, {@code true} where one is told. */
final class MatrixJson {

    private static final int MOST_CALENDARS = 200;

    private MatrixJson() {}

    static Map<String, Map<String, Boolean>> of(PersonalSettings settings) {
        var matrix = new LinkedHashMap<String, Map<String, Boolean>>();
        for (var notice : Notice.values())
            matrix.put(SettingsJson.lower(notice), row(channel -> settings.wants(notice, channel)));
        return matrix;
    }

    /** Of each calendar the rows that differ. */
    static Map<String, Map<String, Map<String, Boolean>>> ofCalendars(PersonalSettings settings) {
        var calendars = new LinkedHashMap<String, Map<String, Map<String, Boolean>>>();
        settings.manner().calendars().forEach((calendar, own) -> {
            var matrix = new LinkedHashMap<String, Map<String, Boolean>>();
            for (var notice : Notice.values()) {
                var channels = own.get(notice);
                if (channels != null) matrix.put(SettingsJson.lower(notice), row(channels::contains));
            }
            calendars.put(calendar.toString(), matrix);
        });
        return calendars;
    }

    private static Map<String, Boolean> row(Predicate<Channel> wanted) {
        var row = new LinkedHashMap<String, Boolean>();
        for (var channel : Channel.values()) row.put(SettingsJson.lower(channel), wanted.test(channel));
        return row;
    }

    /** @param before what is so where nothing is said of it */
    static Map<Notice, Set<Channel>> read(
            String field, Map<String, Map<String, Boolean>> given, BiPredicate<Notice, Channel> before) {
        var matrix = new EnumMap<Notice, Set<Channel>>(Notice.class);
        given.forEach((name, row) -> {
            var notice = SettingsJson.token(field + "." + name, name, Notice.values());
            matrix.put(notice, channels(field + "." + name, row, channel -> before.test(notice, channel)));
        });
        return matrix;
    }

    private static Set<Channel> channels(String field, @Nullable Map<String, Boolean> row, Predicate<Channel> before) {
        var channels = EnumSet.noneOf(Channel.class);
        for (var channel : Channel.values()) if (before.test(channel)) channels.add(channel);
        if (row == null) return channels;
        row.forEach((key, wanted) -> {
            var channel = SettingsJson.token(field + "." + key, key, Channel.values());
            if (Boolean.TRUE.equals(wanted)) channels.add(channel);
            else channels.remove(channel);
        });
        return channels;
    }

    static Map<UUID, Map<Notice, Set<Channel>>> readCalendars(
            String field, Map<String, Map<String, Map<String, Boolean>>> given, PersonalSettings before) {
        if (given.size() > MOST_CALENDARS) throw CalendarException.invalid(field, "must be at most " + MOST_CALENDARS);
        var calendars = new HashMap<UUID, Map<Notice, Set<Channel>>>();
        given.forEach((id, rows) -> {
            var calendar = id(field + "." + id, id);
            if (rows == null) return;
            var matrix = read(field + "." + id, rows, (notice, channel) -> before.wants(notice, channel, calendar));
            if (!matrix.isEmpty()) calendars.put(calendar, matrix);
        });
        return calendars;
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid(field, "is no calendar of yours");
        }
    }
}
