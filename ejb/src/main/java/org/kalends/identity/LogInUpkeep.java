package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kalends.identity.store.LoginFailureStore;
import org.kalends.identity.store.SessionStore;

/** Removes sessions that are over and failed log-ins that count no more; neither is found by anybody before that. */
@Stateless
public class LogInUpkeep {

    private static final int LOT = 1_000;

    @Inject
    SessionStore sessions;

    @Inject
    LoginFailureStore failures;

    @Inject
    @ConfigProperty(name = "kalends.identity.session-idle", defaultValue = "PT12H")
    Duration idle;

    /** One lot of each; the answer is how many rows went, zero when there is nothing left to do. */
    public int forget() {
        return sessions.removeOver(idle, LOT) + failures.removeOlderThan(LoginThrottle.WINDOW, LOT);
    }
}
