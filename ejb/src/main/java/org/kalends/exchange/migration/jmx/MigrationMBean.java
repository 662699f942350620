package org.kalends.exchange.migration.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.migration.MigrationJob;
import org.kalends.exchange.migration.MigrationJobs;
import org.kalends.figures.MBeans;

/**
 * Shows {@link ExchangeMigrationMXBean} in the platform's MBean server. Whoever listens there hears of failures on all
 * nodes, so they are looked for in the database.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MigrationMBean {

    private static final String KEY = "type=ExchangeMigration";

    /** How much later than it says a failure may be seen: clocks of nodes differ. */
    private static final Duration LATE = Duration.ofMinutes(1);

    @Inject
    MBeans beans;

    @Inject
    MigrationJobs jobs;

    @Inject
    Clock clock;

    private final Map<UUID, Instant> told = new HashMap<>();
    private @Nullable MigrationView view;
    private Instant begun = Instant.EPOCH;

    @PostConstruct
    void register() {
        var made = new MigrationView(jobs);
        view = made;
        begun = clock.instant();
        beans.register(KEY, made);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void tellOfFailures() {
        var since = clock.instant().minus(LATE);
        var failed = jobs.failedSince(since.isBefore(begun) ? begun : since);
        told.values().removeIf(at -> at.isBefore(since));
        failed.forEach(this::tell);
    }

    private void tell(MigrationJob job) {
        var finished = job.times().finished();
        if (view == null || finished == null || finished.equals(told.put(job.id(), finished))) return;
        view.tellOfFailure(job, "org.kalends:" + KEY);
    }

    @PreDestroy
    void unregister() {
        beans.unregisterAll();
    }
}
