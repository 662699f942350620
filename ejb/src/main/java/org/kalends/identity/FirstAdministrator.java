package org.kalends.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Registration.Place;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.settings.InvalidSetting;
import org.kalends.settings.Values;

/**
 * Lets the first person into an empty installation: an administrator named by {@code kalends.identity.first-admin.*},
 * whose password stands in a file that can be removed afterwards. Once there is anybody, the keys do nothing.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    FirstAdminSettings settings;

    @Inject
    Provisioning provisioning;

    @Inject
    Administration administration;

    @PostConstruct
    void welcome() {
        var first = settings.first().orElse(null);
        if (first == null || !provisioning.nobodyYet()) return;
        try {
            administration.create(draft(first), password(first.passwordFile()));
            LOG.info(() -> "The first administrator is " + first.login());
        } catch (CalendarException e) {
            if (e.problem() != Problem.CONFLICT) throw e;
            LOG.fine("Another node made the first administrator at the same time");
        }
    }

    private static Draft draft(FirstAdminSettings.First first) {
        var registration = new Registration(
                Kind.USER,
                first.login().toLowerCase(Locale.ROOT),
                "Administrator",
                first.address(),
                "",
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                Role.ADMIN,
                Place.NONE);
        return new Draft(registration, List.of());
    }

    private static String password(Path file) {
        try {
            var password = Files.readString(file).strip();
            if (!password.isEmpty()) return password;
        } catch (IOException e) {
            throw refused(file);
        }
        throw refused(file);
    }

    /** Told as the launcher looks for it; whether the file matters is known only now that there is nobody yet. */
    private static InvalidSetting refused(Path file) {
        var refused = new InvalidSetting(FirstAdminSettings.PASSWORD_FILE, "a file with a password", file);
        LOG.severe(() -> Values.REFUSED + refused.getMessage());
        return refused;
    }
}
