package org.kalends.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A name and a password as a header says them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617, 2</a>
 */
public final class BasicLogin {

    private BasicLogin() {}

    /** The value of {@code Authorization}. */
    public static String header(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
