package org.kalends.attachment.content.webdav;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.kalends.http.ClientGrant;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.attachments.disk.*}.
 *
 * @param url of the folder for our files; without one they lie in a directory
 * @param login how the disk lets us in; without one it asks nobody
 * @param patience how long the disk may take for a request
 */
public record DiskSettings(Optional<URI> url, Optional<ClientGrant> login, Duration patience)
        implements FeatureSettings {

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static DiskSettings from(Values values) {
        var url = "kalends.attachments.disk.url";
        return new DiskSettings(
                values.text(url)
                        .map(text ->
                                URI.create(values.address(url, text).toString().replaceFirst("/*$", "/"))),
                ClientGrant.from(values, "kalends.attachments.disk"),
                values.span("kalends.attachments.disk.patience", "PT30S"));
    }
}
