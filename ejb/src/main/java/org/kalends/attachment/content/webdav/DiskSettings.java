package org.kalends.attachment.content.webdav;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.attachments.disk.*}.
 *
 * @param url of the folder for our files; without one they lie in a directory
 * @param login how the disk lets us in; without one it asks nobody
 * @param patience how long the disk may take for a request
 */
public record DiskSettings(Optional<URI> url, Optional<Login> login, Duration patience) implements FeatureSettings {

    /**
     * OAuth 2 with the credentials of a client.
     *
     * @param tokens where tokens are given
     * @param scope null for what the server thinks right
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
     */
    public record Login(URI tokens, String client, String secret, Optional<String> scope) {}

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static DiskSettings from(Values values) {
        var url = "kalends.attachments.disk.url";
        return new DiskSettings(
                values.text(url)
                        .map(text ->
                                URI.create(values.address(url, text).toString().replaceFirst("/*$", "/"))),
                login(values),
                values.span("kalends.attachments.disk.patience", "PT30S"));
    }

    private static Optional<Login> login(Values values) {
        var tokens = "kalends.attachments.disk.token-url";
        var client = values.text("kalends.attachments.disk.client-id");
        var secret = values.secret("kalends.attachments.disk.client-secret");
        var scope = values.text("kalends.attachments.disk.scope");
        return values.text(tokens)
                .map(text -> new Login(
                        values.address(tokens, text),
                        client.orElseThrow(() -> missing("client-id")),
                        secret.orElseThrow(() -> missing("client-secret")),
                        scope));
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException(
                "kalends.attachments.disk.token-url says nothing without kalends.attachments.disk." + key);
    }
}
