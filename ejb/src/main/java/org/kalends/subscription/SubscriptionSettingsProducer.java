package org.kalends.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of subscriptions once. */
@ApplicationScoped
public class SubscriptionSettingsProducer {

    @Produces
    @Singleton
    SubscriptionSettings settings() {
        return Values.read(SubscriptionSettings::from);
    }
}
