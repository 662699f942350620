package org.kalends.outbox.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kalends.outbox.Queue;

/**
 * What the broker looks like from here. Without it changes are saved and wait in the outbox, and no other node would fare
 * better: the node stays ready, so that a proxy does not take all of them away at once.
 */
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
                    .withData("state", "reachable")
                    .withData("deadLetters", depths.of(Queue.DEAD_LETTERS_ADDRESS))
                    .build();
        } catch (BrokerUnreachable e) {
            return answer.up()
                    .withData("state", "degraded: messages wait")
                    .withData("reason", e.getMessage())
                    .build();
        }
    }
}
