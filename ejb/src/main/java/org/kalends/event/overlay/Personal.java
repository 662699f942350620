package org.kalends.event.overlay;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.Item;
import org.kalends.sharing.Level;

/**
 * Which lines and components of an object somebody has for himself. Reminders and what clients note of them nobody
 * shares; what else one says for oneself holds in the place of what the owner said.
 *
 * @param names upper case; of lines besides reminders
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.2.1">RFC 6638, 3.2.2.1</a>
 */
record Personal(Set<String> names) {

    private static final Set<String> TIME_TAKEN =
            Set.of("TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-INTENDEDSTATUS");
    private static final Set<String> TIME_TAKEN_AND_LOOK = Stream.concat(
                    TIME_TAKEN.stream(), Stream.of("COLOR", "CATEGORIES"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern REMINDER =
            Pattern.compile("BEGIN:VALARM|X-MOZ-LASTACK|X-MOZ-SNOOZE|X-APPLE-DEFAULT-ALARM", Pattern.CASE_INSENSITIVE);

    /** Who manages a calendar speaks for its owner in all but reminders. */
    static Personal of(Level level) {
        if (level.holds(Level.MANAGE)) return new Personal(Set.of());
        return new Personal(level.holds(Level.WRITE) ? TIME_TAKEN : TIME_TAKEN_AND_LOOK);
    }

    boolean has(Item item) {
        return reminder(item) || !(item instanceof Block) && names.contains(item.name());
    }

    static boolean reminder(Item item) {
        if (item instanceof Block) return item.name().equals("VALARM");
        var name = item.name().toUpperCase(Locale.ROOT);
        return name.startsWith("X-MOZ-SNOOZE") || name.equals("X-MOZ-LASTACK") || name.equals("X-APPLE-DEFAULT-ALARM");
    }

    /** Without a look at what the text means. */
    static boolean mayRemind(String text) {
        return REMINDER.matcher(text).find();
    }
}
