package org.kalends.exchange.ews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of Exchange once. */
@ApplicationScoped
public class EwsSettingsProducer {

    @Produces
    @Singleton
    EwsSettings settings() {
        return Values.read(EwsSettings::from);
    }
}
