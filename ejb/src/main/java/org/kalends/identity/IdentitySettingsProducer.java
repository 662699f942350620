package org.kalends.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the identity settings once. */
@ApplicationScoped
public class IdentitySettingsProducer {

    @Produces
    @Singleton
    IdentitySettings settings() {
        return Values.read(IdentitySettings::from);
    }

    @Produces
    @Singleton
    PasswordSettings passwords() {
        return Values.read(PasswordSettings::from);
    }

    @Produces
    @Singleton
    FirstAdminSettings firstAdministrator() {
        return Values.read(FirstAdminSettings::from);
    }
}
