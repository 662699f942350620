package org.kalends.scheduling.imip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of mail intake once. */
@ApplicationScoped
public class ImipSettingsProducer {

    @Produces
    @Singleton
    ImipSettings settings() {
        return Values.read(ImipSettings::from);
    }
}
