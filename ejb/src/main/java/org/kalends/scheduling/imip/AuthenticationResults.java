package org.kalends.scheduling.imip;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What our own mail server found out about a sender. Only the topmost field counts, and only if it is that server's:
 * anybody can write such a field, and the server that takes the mail in puts its own above them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601#section-2.2">RFC 8601, 2.2</a>
 */
final class AuthenticationResults {

    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private AuthenticationResults() {}

    /**
     * Whether the mail is of that domain: signed by it, or found to be its by DMARC.
     *
     * @param fields in the order of the mail; null when there are none
     * @param authority the authserv-id of our mail server; empty when there is none to be trusted
     */
    static boolean vouch(String @Nullable [] fields, String authority, String domain) {
        if (fields == null || fields.length == 0 || authority.isEmpty()) return false;
        var plain = QUOTED.matcher(fields[0]).replaceAll("quoted");
        plain = COMMENT.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
        var results = plain.split(";", -1);
        var server = SPACE.split(results[0].strip(), 2)[0];
        if (!server.equalsIgnoreCase(authority)) return false;
        for (int i = 1; i < results.length; i++) if (passes(results[i].strip(), domain)) return true;
        return false;
    }

    private static boolean passes(String result, String domain) {
        var words = SPACE.split(result);
        return switch (words[0]) {
            case "dkim=pass" -> says(words, "header.d=", domain) || says(words, "header.i=@", domain);
            case "dmarc=pass" -> says(words, "header.from=", domain);
            default -> false;
        };
    }

    /** The domain itself, or one above it that signs for it. */
    private static boolean says(String[] words, String property, String domain) {
        for (var word : words) {
            if (!word.startsWith(property)) continue;
            var said = word.substring(property.length());
            boolean above = said.indexOf('.') > 0 && domain.endsWith("." + said);
            if (said.equals(domain) || above) return true;
        }
        return false;
    }
}
