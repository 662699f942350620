package org.kalends.exchange.sync.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.migration.MigrationJobs;
import org.kalends.exchange.pace.Standing;
import org.kalends.exchange.sync.MailboxSubscriptions;
import org.kalends.exchange.sync.SyncStanding;

/** The same numbers at {@code /metrics}, where there is an Exchange. */
@Singleton
@Startup
@DependsOn("Migrations")
public class SyncGauges {

    @Inject
    MetricRegistry metrics;

    @Inject
    EwsClient exchange;

    @Inject
    MailboxSubscriptions subscriptions;

    @Inject
    MigrationJobs migrations;

    @Inject
    Clock clock;

    @Resource(lookup = "java:app/AppName")
    String app;

    @PostConstruct
    void register() {
        if (!exchange.isThere()) return;
        gauge("kalends_exchange_mailboxes", "Mailboxes that are kept the same", SyncStanding::mailboxes);
        gauge("kalends_exchange_troubled", "Mailboxes that cannot be made the same just now", SyncStanding::troubled);
        gauge("kalends_exchange_outbound", "Events that may have to be written", SyncStanding::outbound);
        gauge(
                "kalends_exchange_lag_seconds",
                "For how long the oldest of them waits",
                standing -> standing.lag(clock.instant()));
        pace("kalends_exchange_at_once", "Mailboxes that may be worked on at once", Standing::atOnce);
        pace("kalends_exchange_backoff_seconds", "For how long Exchange is to be left alone", this::backOff);
    }

    private long backOff(Standing pace) {
        var until = pace.restsUntil();
        return until == null
                ? 0
                : Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    }

    private void pace(String name, String description, ToLongFunction<Standing> value) {
        metrics.gauge(
                Metadata.builder().withName(name).withDescription(description).build(),
                () -> value.applyAsLong(migrations.pace()),
                new Tag("app", app));
    }

    private void gauge(String name, String description, ToLongFunction<SyncStanding> value) {
        metrics.gauge(
                Metadata.builder().withName(name).withDescription(description).build(),
                () -> value.applyAsLong(subscriptions.standing()),
                new Tag("app", app));
    }
}
