package org.kalends.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the import settings once. */
@ApplicationScoped
public class ImportSettingsProducer {

    @Produces
    @Singleton
    ImportSettings settings() {
        return Values.read(ImportSettings::from);
    }
}
