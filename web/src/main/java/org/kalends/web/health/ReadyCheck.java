package org.kalends.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Ready when the database answers and its schema is at head; the migrations ran before this bean could be asked. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

    @Inject
    Jdbi jdbi;

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("kalends-database");
        try {
            var version = jdbi.withHandle(
                    handle -> handle.createQuery("select max(version) from flyway_schema_history where success")
                            .mapTo(String.class)
                            .one());
            return check.up().withData("schema", version).build();
        } catch (JdbiException e) {
            return check.down()
                    .withData("error", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
