package org.kalends.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of pushes once. */
@ApplicationScoped
public class PushSettingsProducer {

    @Produces
    @Singleton
    PushSettings settings() {
        return Values.read(PushSettings::from);
    }
}
