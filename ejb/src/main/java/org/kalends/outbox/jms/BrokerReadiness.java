package org.kalends.outbox.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kalends.outbox.Queue;

/** Without the broker changes are saved but reach nobody: the node says that it is not ready. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

    @Inject
    QueueDepths depths;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("broker");
        try {
            return answer.up()
                    .withData("deadLetters", depths.of(Queue.DEAD_LETTERS_ADDRESS))
                    .build();
        } catch (BrokerUnreachable e) {
            return answer.down().withData("reason", e.getMessage()).build();
        }
    }
}
