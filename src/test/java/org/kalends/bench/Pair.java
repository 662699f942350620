package org.kalends.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.kalends.support.KalendsServer;
import org.kalends.support.OutsideBroker;

/** Two nodes in earnest: database, as durable as that of {@code ./run}, and broker outlive each of them. */
final class Pair implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final OutsideBroker broker = OutsideBroker.started();
    private final KalendsServer first;
    private final KalendsServer second;

    Pair() throws IOException {
        this.postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        var environment = new HashMap<>(KalendsServer.LONG_LIVED);
        environment.putAll(Map.of(
                "KALENDS_DATABASE_USER",
                "postgres",
                "KALENDS_DATABASE_PASSWORD",
                "trusted",
                "KALENDS_BROKER_USER",
                OutsideBroker.USER,
                "KALENDS_BROKER_PASSWORD",
                OutsideBroker.PASSWORD));
        var url = postgres.getJdbcUrl("postgres", "postgres");
        this.first = KalendsServer.fresh(environment, "--database", url, "--broker", broker.address());
        this.second = KalendsServer.fresh(environment, "--database", url, "--broker", broker.address(), "--empty");
    }

    Jdbi database() {
        return Jdbi.create(postgres.getPostgresDatabase());
    }

    KalendsServer first() {
        return first;
    }

    @Override
    public void close() throws IOException {
        second.close();
        first.close();
        broker.close();
        postgres.close();
    }
}
