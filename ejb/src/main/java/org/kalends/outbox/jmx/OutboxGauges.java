package org.kalends.outbox.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.outbox.QueueOperations;

/** The same numbers at {@code /metrics}; tagged, because with Payara Micro each WAR brings its own. */
@Singleton
@Startup
@DependsOn("Migrations")
public class OutboxGauges {

    @Inject
    MetricRegistry metrics;

    @Inject
    QueueOperations operations;

    @Resource(lookup = "java:app/AppName")
    String app;

    @PostConstruct
    void register() {
        var tag = new Tag("app", app);
        metrics.gauge(
                Metadata.builder()
                        .withName("kalends_outbox_depth")
                        .withDescription("Outbox rows that are not sent yet")
                        .build(),
                () -> operations.outbox().depth(),
                tag);
        metrics.gauge(
                Metadata.builder()
                        .withName("kalends_outbox_oldest_age")
                        .withUnit(MetricUnits.SECONDS)
                        .withDescription("For how long the first due outbox row has been due")
                        .build(),
                () -> operations.outbox().oldest().toSeconds(),
                tag);
    }
}
