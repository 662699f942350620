package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings once. */
@ApplicationScoped
public class SyncSettingsProducer {

    @Produces
    @Singleton
    SyncSettings settings() {
        return Values.read(SyncSettings::from);
    }
}
