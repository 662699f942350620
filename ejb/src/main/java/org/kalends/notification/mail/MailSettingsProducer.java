package org.kalends.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the mail settings once. */
@ApplicationScoped
public class MailSettingsProducer {

    @Produces
    @Singleton
    MailSettings settings() {
        return Values.read(MailSettings::from);
    }
}
