package org.kalends.messenger;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kalends.identity.Secret;

/** What somebody says to the bot to show who he is: short enough to be typed, and good for one time and some minutes. */
public record LinkCode(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // none is taken for another
    private static final int HALF = 5;
    private static final Pattern SAID = Pattern.compile("(?:/\\w+\\s+)?(\\w{" + HALF + "})-?(\\w{" + HALF + "})");

    /** {@code 7KXPM-Q2WRT}: fifty bits, nearly. */
    static LinkCode random() {
        return new LinkCode(half() + "-" + half());
    }

    private static String half() {
        return RANDOM.ints(HALF, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .reduce("", String::concat);
    }

    /** What of a message to the bot looks like one, with or without a command before it. */
    static Optional<LinkCode> in(String message) {
        var said = SAID.matcher(message.strip());
        return said.matches()
                ? Optional.of(new LinkCode((said.group(1) + "-" + said.group(2)).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    byte[] hash() {
        return new Secret(value).hash();
    }
}
