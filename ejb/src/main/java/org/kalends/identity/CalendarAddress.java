package org.kalends.identity;

import java.util.Locale;

/**
 * A calendar user address in the one form that is compared: a mail address in lower case, without {@code mailto:}.
 *
 * @throws IllegalArgumentException if the text is no mail address
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.3">RFC 5545, 3.3.3 (CAL-ADDRESS)</a>
 */
public record CalendarAddress(String value) {

    private static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3

    public CalendarAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.startsWith("mailto:")) {
            value = value.substring("mailto:".length());
        }
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > MAX_LENGTH || !allowed(value)) {
            throw new IllegalArgumentException("is not a mail address");
        }
    }

    public String mailto() {
        return "mailto:" + value;
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static boolean allowed(String address) {
        for (int i = 0; i < address.length(); i++) if (!allowed(address.charAt(i))) return false;
        return true;
    }

    private static boolean allowed(char c) {
        return switch (c) {
            case '<', '>', '(', ')', '[', ']', ',', ';', ':', '\\', '"', 0x7f -> false;
            default -> c > ' ' && !Character.isSurrogate(c);
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
