package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** What was acknowledged is there again, however the server ended. */
class RestartIT {

    private static final String RANGE = "/api/v1/events?limit=1000&from=2027-10-01T00:00:00Z&to=2027-10-02T00:00:00Z";

    private static String event(int number) {
        return ("{\"title\":\"Save %d\",\"start\":{\"dateTime\":\"2027-10-01T10:00:00\",\"timeZone\":\"Europe/Moscow\"},"
                        + "\"end\":{\"dateTime\":\"2027-10-01T11:00:00\",\"timeZone\":\"Europe/Moscow\"},"
                        + "\"attendees\":[{\"address\":\"boris@kalends.test\"}]}")
                .formatted(number);
    }

    @Test
    void nothingAcknowledgedIsLostOverAKillAmidSavesAndEveryCopyArrives() throws Exception {
        try (var server = KalendsServer.fresh()) {
            assertThat(server.output())
                    .filteredOn(line -> line.startsWith("Kalends is ready: "))
                    .hasSize(1);
            var acknowledged = new CopyOnWriteArrayList<String>();
            var killed = new AtomicBoolean();
            var saving = Executors.newSingleThreadExecutor();
            var anna = ApiClient.loggedIn(server, "anna");
            saving.execute(() -> {
                for (int i = 0; !killed.get(); i++) {
                    var answer = anna.post("/api/v1/events", event(i));
                    if (answer.status() == 201)
                        acknowledged.add(answer.body().get("uid").asText());
                }
            });
            await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() >= 20);
            server.kill();
            killed.set(true);
            saving.shutdownNow();
            assertThat(saving.awaitTermination(40, TimeUnit.SECONDS)).isTrue();

            server.start();
            var uids = uids(ApiClient.loggedIn(server, "anna"));
            assertThat(uids).containsAll(acknowledged);
            var boris = ApiClient.loggedIn(server, "boris");
            await().atMost(Duration.ofSeconds(60)).until(() -> uids(boris).containsAll(acknowledged));
            assertThat(uids(boris)).doesNotHaveDuplicates();
            assertThat(server.stop()).isNotNegative();
        }
    }

    @Test
    void aStartAfterTheLauncherAloneWasKilledEndsWhatWasLeftOverAndFindsTheData() throws Exception {
        try (var server = KalendsServer.fresh()) {
            var made = ApiClient.loggedIn(server, "anna").post("/api/v1/events", event(1));
            assertThat(made.status()).isEqualTo(201);
            server.killLauncher();
            server.start();
            assertThat(uids(ApiClient.loggedIn(server, "anna")))
                    .contains(made.body().get("uid").asText());
        }
    }

    private static List<String> uids(ApiClient person) {
        var uids = new ArrayList<String>();
        StreamSupport.stream(person.get(RANGE).body().get("items").spliterator(), false)
                .forEach(item -> uids.add(item.get("uid").asText()));
        return uids;
    }
}
