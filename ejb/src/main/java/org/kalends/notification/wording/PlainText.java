package org.kalends.notification.wording;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;

/** Makes text from calendars fit to be shown: it may come from anybody. */
public final class PlainText {

    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "tel", "sip", "mailto");

    private PlainText() {}

    /** Without control characters, lone surrogates and the marks that turn the direction of text around. */
    static String safe(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(PlainText::harmless)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The same in one line. */
    public static String line(String text) {
        return safe(text).replaceAll("\\s+", " ").strip();
    }

    /** At most so many characters, with an ellipsis where something is missing; never half a character. */
    static String cut(String text, int length) {
        if (text.length() <= length) return text;
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    static String nameOf(Attendee attendee) {
        return attendee.name().isBlank() ? attendee.address().value() : line(attendee.name());
    }

    /** The link, if it is of a kind that may be followed from a mail. */
    static Optional<String> link(@Nullable String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        try {
            var scheme = URI.create(text.strip()).getScheme();
            boolean known = scheme != null && LINK_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            return known ? Optional.of(text.strip()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean harmless(int c) {
        if (c == '\n' || c == '\t') return true;
        boolean turnsAround = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return !Character.isISOControl(c) && !turnsAround && Character.getType(c) != Character.SURROGATE;
    }
}
