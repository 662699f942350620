package org.kalends.scheduling.imip;

import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.scheduling.*}.
 *
 * @param token what a mail server shows that hands mails over; nobody may when there is none
 * @param authority the authserv-id (RFC 8601, 2.5) of the mail server whose results are believed; empty for none
 */
public record ImipSettings(Optional<String> token, String authority) implements FeatureSettings {

    public static ImipSettings from(Values values) {
        return new ImipSettings(
                values.secret("kalends.scheduling.mail-token"),
                values.text("kalends.scheduling.mail-authority").orElse(""));
    }
}
