package org.kalends.web.browser;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.browser.Browser;
import org.kalends.browser.Browser.Endpoint;
import org.kalends.problem.CalendarException;

/**
 * A browser as it describes itself; {@code endpoint} and {@code keys} are those of its PushSubscription, and are missing
 * where it has none.
 *
 * @see <a href="https://www.w3.org/TR/push-api/#pushsubscription-interface">Push API</a>
 */
public record BrowserInput(@Nullable String name, @Nullable String endpoint, @Nullable Keys keys) {

    /** Both base64url. */
    public record Keys(@Nullable String p256dh, @Nullable String auth) {}

    Browser read(UUID id) {
        if (name == null) throw CalendarException.invalid("name", "is missing");
        return new Browser(id, name, Optional.ofNullable(endpoint).map(this::with));
    }

    private Endpoint with(String url) {
        if (keys == null || keys.p256dh() == null || keys.auth() == null)
            throw CalendarException.invalid("keys", "must hold p256dh and auth");
        return new Endpoint(url, keys.p256dh(), keys.auth());
    }
}
