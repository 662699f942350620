package org.kalends.identity;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.InvalidSetting;
import org.kalends.settings.Values;

/**
 * {@code kalends.identity.first-admin.*}: who may make the others.
 *
 * @param first empty where nobody is named
 */
public record FirstAdminSettings(Optional<First> first) implements FeatureSettings {

    static final String PASSWORD_FILE = "kalends.identity.first-admin.password-file";

    /** @param passwordFile read only while there is nobody yet; it may be gone afterwards */
    public record First(String login, CalendarAddress address, Path passwordFile) {}

    /** @throws IllegalArgumentException naming the key, if one is missing beside the others or makes no sense */
    public static FirstAdminSettings from(Values values) {
        var login = values.text("kalends.identity.first-admin.login");
        var address = values.text("kalends.identity.first-admin.address");
        var file = values.text(PASSWORD_FILE);
        if (login.isEmpty() && address.isEmpty() && file.isEmpty()) return new FirstAdminSettings(Optional.empty());
        return new FirstAdminSettings(Optional.of(new First(
                login.orElseThrow(() -> missing("kalends.identity.first-admin.login")),
                address(address.orElse("")),
                file(file.orElse("")))));
    }

    private static InvalidSetting missing(String key) {
        return new InvalidSetting(key, "said, as another of first-admin is", "nothing");
    }

    private static CalendarAddress address(String address) {
        try {
            return new CalendarAddress(address);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting("kalends.identity.first-admin.address", "a mail address", address);
        }
    }

    private static Path file(String file) {
        try {
            if (!file.isEmpty()) return Path.of(file);
        } catch (InvalidPathException e) {
            throw new InvalidSetting(PASSWORD_FILE, "the name of a file", file);
        }
        throw missing(PASSWORD_FILE);
    }
}
