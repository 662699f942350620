package org.kalends.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of attachments once. */
@ApplicationScoped
public class AttachmentSettingsProducer {

    @Produces
    @Singleton
    AttachmentSettings settings() {
        return Values.read(AttachmentSettings::from);
    }
}
