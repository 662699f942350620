package org.kalends.http;

import java.net.URI;
import java.util.Optional;
import org.kalends.settings.Values;

/**
 * How a service lets us in by OAuth 2 with the credentials of a client.
 *
 * @param tokens where tokens are given
 * @param scope empty for what the server thinks right
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
 */
public record ClientGrant(URI tokens, String client, String secret, Optional<String> scope) {

    /**
     * {@code PREFIX.token-url}, {@code .client-id}, {@code .client-secret} and {@code .scope}; empty without the first.
     *
     * @throws IllegalArgumentException naming the key, if a value makes no sense
     */
    public static Optional<ClientGrant> from(Values values, String prefix) {
        var tokens = prefix + ".token-url";
        var client = values.text(prefix + ".client-id");
        var secret = values.secret(prefix + ".client-secret");
        var scope = values.text(prefix + ".scope");
        return values.text(tokens)
                .map(text -> new ClientGrant(
                        values.address(tokens, text),
                        client.orElseThrow(() -> missing(prefix, "client-id")),
                        secret.orElseThrow(() -> missing(prefix, "client-secret")),
                        scope));
    }

    private static IllegalArgumentException missing(String prefix, String key) {
        return new IllegalArgumentException(prefix + ".token-url says nothing without " + prefix + "." + key);
    }
}
