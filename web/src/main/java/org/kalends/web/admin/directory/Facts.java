package org.kalends.web.admin.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal.Role;
import org.kalends.problem.CalendarException;

/** Members of an administrator's requests, read or refused by name. */
final class Facts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int MOST = 50;

    private Facts() {}

    static String login(@Nullable String text) {
        if (text != null && LOGIN.matcher(text).matches()) return text;
        throw CalendarException.invalid("login", "must have 1 to 64 of a-z, 0-9, dot, hyphen and underscore");
    }

    static String name(@Nullable String text) {
        if (text == null || text.isBlank()) throw CalendarException.invalid("name", "must be given");
        return text("name", text).strip();
    }

    static CalendarAddress address(String field, @Nullable String text) {
        if (text == null) throw CalendarException.invalid(field, "must be given");
        try {
            return new CalendarAddress(text);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    static List<CalendarAddress> aliases(List<@Nullable String> texts) {
        if (texts.size() > MOST) throw CalendarException.invalid("aliases", "must be at most " + MOST);
        var aliases = new LinkedHashSet<CalendarAddress>();
        for (int i = 0; i < texts.size(); i++) aliases.add(address("aliases[" + i + "]", texts.get(i)));
        return List.copyOf(aliases);
    }

    static String text(String field, String text) {
        if (text.length() > 200) throw CalendarException.invalid(field, "must have at most 200 characters");
        return text;
    }

    static Locale language(String text) {
        if (text.equals("ru") || text.equals("en")) return Locale.forLanguageTag(text);
        throw CalendarException.invalid("language", "must be ru or en");
    }

    static Role role(String text) {
        if (text.equals("user")) return Role.USER;
        if (text.equals("admin")) return Role.ADMIN;
        throw CalendarException.invalid("role", "must be user or admin");
    }

    static int capacity(int seats) {
        if (seats >= 1 && seats <= 100_000) return seats;
        throw CalendarException.invalid("capacity", "must lie in 1 to 100000");
    }

    static List<String> equipment(List<@Nullable String> texts) {
        if (texts.size() > MOST) throw CalendarException.invalid("equipment", "must be at most " + MOST);
        var equipment = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text == null || text.isBlank()) {
                throw CalendarException.invalid("equipment[" + i + "]", "must not be empty");
            }
            equipment.add(text("equipment[" + i + "]", text.strip()));
        }
        return equipment;
    }
}
