package org.kalends.subscription.domain;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kalends.problem.CalendarException;

/** Address of a feed: {@code https} or {@code http}; {@code webcal} is another word for the first. */
public record Source(URI uri) {

    private static final int LONGEST = 2_000;
    private static final Pattern HOST = Pattern.compile("([^/?#]*//)([^/?#:@\\[\\]]+)(.*)");

    /** @throws CalendarException 400 for what is no such address */
    public static Source read(String text) {
        var stripped = text.strip();
        if (stripped.length() > LONGEST) throw refused("has no more than " + LONGEST + " characters");
        try {
            return new Source(web(new URI(asciiHost(stripped)).parseServerAuthority()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused("must be an address like https://example.org/holidays.ics");
        }
    }

    private static String asciiHost(String text) {
        var parts = HOST.matcher(text);
        return parts.matches() ? parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3) : text;
    }

    private static URI web(URI uri) throws URISyntaxException {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getUserInfo() != null) throw refused("must not hold a name or a password");
        if (uri.getHost() == null) throw refused("must be an address like https://example.org/holidays.ics");
        return switch (scheme) {
            case "http", "https" -> with(uri, scheme);
            case "webcal", "webcals" -> with(uri, "https");
            default -> throw refused("must begin with https://, http:// or webcal://");
        };
    }

    /** Escapes are left as they are: for the server at the other end they may differ. */
    private static URI with(URI uri, String scheme) throws URISyntaxException {
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new URI(new URI(scheme + "://" + uri.getRawAuthority() + uri.getRawPath() + query).toASCIIString());
    }

    public String host() {
        return uri.getHost();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static CalendarException refused(String why) {
        return CalendarException.invalid("source", why);
    }
}
