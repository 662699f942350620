package org.kalends.scheduling.imap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of the mailbox once. */
@ApplicationScoped
public class ImapSettingsProducer {

    @Produces
    @Singleton
    ImapSettings settings() {
        return Values.read(ImapSettings::from);
    }
}
