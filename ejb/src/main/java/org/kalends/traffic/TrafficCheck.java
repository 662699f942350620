package org.kalends.traffic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the node is drained; whoever drains it reads here when it is done. */
@Readiness
@ApplicationScoped
public class TrafficCheck implements HealthCheck {

    @Inject
    Traffic traffic;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("traffic")
                .status(!traffic.draining())
                .withData("inFlight", traffic.inFlight())
                .build();
    }
}
