package org.kalends.caldav.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the CalDAV settings once. */
@ApplicationScoped
public class CaldavSettingsProducer {

    @Produces
    @Singleton
    CaldavSettings settings() {
        return Values.read(CaldavSettings::from);
    }
}
