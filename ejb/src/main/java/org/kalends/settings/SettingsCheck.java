package org.kalends.settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Objects;

/** Has every feature read its settings at the start, so that a bad value stops it instead of a request next week. */
@Singleton
@Startup
public class SettingsCheck {

    @Inject
    @Any
    Instance<FeatureSettings> features;

    @PostConstruct
    void readAll() {
        features.forEach(Objects::requireNonNull);
    }
}
