package org.kalends.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.timed;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.TestDatabase;

class StopIT {

    @Test
    void aServerToldToStopSaysThatItIsNotReadyAndFinishesWhatItHas() throws Exception {
        var url = TestDatabase.url();
        var environment = Map.of("KALENDS_DATABASE_USER", "postgres", "KALENDS_DATABASE_PASSWORD", "trusted");
        try (var server = KalendsServer.prepared(environment, "--database", url);
                var obstacle = DriverManager.getConnection(url)) {
            server.start();
            var anna = ApiClient.loggedIn(server, "anna");
            obstacle.setAutoCommit(false);
            obstacle.createStatement().execute("lock table calendar_object in access exclusive mode");
            var event = timed("Under way", LocalDate.of(2029, 6, 4), "10:00", "11:00")
                    .toString();
            var save = CompletableFuture.supplyAsync(() -> anna.post("/api/v1/events", event));
            await().atMost(Duration.ofSeconds(20)).until(() -> waits(url));

            var stop = CompletableFuture.supplyAsync(() -> stopped(server));
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            ApiClient.anonymous(server).get("/health/ready").status() == 503);
            assertThat(save).isNotDone();
            obstacle.rollback();
            assertThat(save.get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
            assertThat(stop.get(60, TimeUnit.SECONDS)).isZero();
            assertThat(server.data().resolve("postgresql")).doesNotExist();
        }
    }

    private static boolean waits(String url) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_locks where not granted"
                                + " and relation = 'calendar_object'::regclass")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    private static int stopped(KalendsServer server) {
        try {
            return server.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
