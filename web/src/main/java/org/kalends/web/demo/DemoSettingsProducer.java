package org.kalends.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the demo settings once. */
@ApplicationScoped
public class DemoSettingsProducer {

    @Produces
    @Singleton
    DemoSettings settings() {
        return Values.read(DemoSettings::from);
    }
}
