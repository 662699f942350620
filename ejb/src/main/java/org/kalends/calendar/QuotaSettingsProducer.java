package org.kalends.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the limit of homes once. */
@ApplicationScoped
public class QuotaSettingsProducer {

    @Produces
    @Singleton
    QuotaSettings settings() {
        return Values.read(QuotaSettings::from);
    }
}
