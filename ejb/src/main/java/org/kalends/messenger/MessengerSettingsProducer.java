package org.kalends.messenger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of the messenger once. */
@ApplicationScoped
public class MessengerSettingsProducer {

    @Produces
    @Singleton
    MessengerSettings settings() {
        return Values.read(MessengerSettings::from);
    }
}
