package org.kalends.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the relay takes connections. A node without it is ready all the same: mails wait in the outbox. */
@Readiness
@ApplicationScoped
public class RelayProbe implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    MailSettings settings;

    @Override
    public HealthCheckResponse call() {
        var state = reachable(settings.relay()) ? "reachable" : "degraded: mails wait";
        return HealthCheckResponse.named("mail-relay")
                .up()
                .withData("state", state)
                .build();
    }

    static boolean reachable(MailSettings.Relay relay) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(relay.host(), relay.port()), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
