package org.kalends.addresses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kalends.settings.Values;

/** Reads the settings of the address check once. */
@ApplicationScoped
public class AddressCheckSettingsProducer {

    @Produces
    @Singleton
    AddressCheckSettings settings() {
        return Values.read(AddressCheckSettings::from);
    }
}
