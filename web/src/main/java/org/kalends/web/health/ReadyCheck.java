package org.kalends.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.kalends.database.Migrations;

/**
 * Ready when the database answers and its schema is at least what this program was built for. Somebody may put an older backup in
 * under a running node; newer is what an upgrade of the other node makes of it.
 */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

    @Inject
    Jdbi jdbi;

    @Inject
    Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("kalends-database");
        try {
            var head = migrations.head();
            return check.status(has(head)).withData("schema", head).build();
        } catch (JdbiException e) {
            return check.down()
                    .withData("error", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private boolean has(String version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from flyway_schema_history where version = :version and success)")
                .bind("version", version)
                .mapTo(Boolean.class)
                .one());
    }
}
