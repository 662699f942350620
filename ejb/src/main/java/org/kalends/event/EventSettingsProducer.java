package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the event settings once. */
@ApplicationScoped
public class EventSettingsProducer {

    @Produces
    @Singleton
    EventSettings settings() {
        return Values.read(EventSettings::from);
    }
}
