package org.kalends.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Registration.Place;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Lets the first person into an empty installation: an administrator named by {@code kalends.identity.first-admin.*},
 * whose password stands in a file that can be removed afterwards. Once there is anybody, the keys do nothing.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdministrator {

    static final String LOGIN = "kalends.identity.first-admin.login";
    static final String ADDRESS = "kalends.identity.first-admin.address";
    static final String PASSWORD_FILE = "kalends.identity.first-admin.password-file";

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    Config config;

    @Inject
    Provisioning provisioning;

    @Inject
    Administration administration;

    @PostConstruct
    void welcome() {
        var login = configured(LOGIN);
        if (login.isEmpty() || !provisioning.nobodyYet()) return;
        try {
            administration.create(draft(login.get()), password());
            LOG.info(() -> "The first administrator is " + login.get());
        } catch (CalendarException e) {
            if (e.problem() != Problem.CONFLICT) throw e;
            LOG.fine("Another node made the first administrator at the same time");
        }
    }

    private Draft draft(String login) {
        var address = configured(ADDRESS)
                .map(CalendarAddress::new)
                .orElseThrow(() -> new IllegalArgumentException(ADDRESS + " is missing"));
        var registration = new Registration(
                Kind.USER,
                login.toLowerCase(Locale.ROOT),
                "Administrator",
                address,
                "",
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                Role.ADMIN,
                Place.NONE);
        return new Draft(registration, List.of());
    }

    private String password() {
        var file = configured(PASSWORD_FILE)
                .orElseThrow(() -> new IllegalArgumentException(PASSWORD_FILE + " is missing"));
        try {
            var password = Files.readString(Path.of(file)).strip();
            if (password.isEmpty()) throw new IllegalArgumentException(PASSWORD_FILE + ": " + file + " is empty");
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(PASSWORD_FILE + ": " + file + " cannot be read", e);
        }
    }

    private Optional<String> configured(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip);
    }
}
