package org.kalends.attachment.content.webdav;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of the disk once. */
@ApplicationScoped
public class DiskSettingsProducer {

    @Produces
    @Singleton
    DiskSettings settings() {
        return Values.read(DiskSettings::from);
    }
}
