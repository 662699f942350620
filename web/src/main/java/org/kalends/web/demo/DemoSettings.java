package org.kalends.web.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.demo.*}; never in production.
 *
 * @param enabled whether there is a demo organisation, and pages that show what is hidden elsewhere
 * @param mailDirectory where the mail catcher keeps what it caught
 * @param messenger where the launcher's messenger stands
 */
public record DemoSettings(boolean enabled, Optional<Path> mailDirectory, Optional<URI> messenger)
        implements FeatureSettings {

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static DemoSettings from(Values values) {
        return new DemoSettings(
                values.flag("kalends.demo.enabled", "false"),
                values.text("kalends.demo.mail-directory").map(Path::of),
                values.text("kalends.demo.messenger").map(uri -> values.address("kalends.demo.messenger", uri)));
    }
}
