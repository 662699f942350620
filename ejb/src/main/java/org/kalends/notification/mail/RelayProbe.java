package org.kalends.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kalends.http.Reachable;

/** Says whether the relay takes connections. A node without it is ready all the same: mails wait in the outbox. */
@Readiness
@ApplicationScoped
public class RelayProbe implements HealthCheck {

    @Inject
    MailSettings settings;

    @Override
    public HealthCheckResponse call() {
        var relay = settings.relay();
        boolean reachable = Reachable.is(relay.host(), relay.port());
        return HealthCheckResponse.named("mail-relay")
                .up()
                .withData("state", reachable ? "reachable" : "degraded: mails wait")
                .build();
    }
}
