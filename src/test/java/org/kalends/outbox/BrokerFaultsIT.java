package org.kalends.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.JmxConsole;

/** The broker inside of the server closes its doors: whoever wants to speak to it is thrown out and finds nobody. */
class BrokerFaultsIT {

    private static final String DOOR =
            "org.apache.activemq.artemis:broker=\"kalends\",component=acceptors,name=\"in-vm\"";
    private static final LocalDate DAY = LocalDate.of(2029, 10, 1);

    private final FaultyServer faulty = FaultyServer.shared();
    private final ApiClient anna = ApiClient.loggedIn(faulty.server(), "anna");
    private final ApiClient boris = ApiClient.loggedIn(faulty.server(), "boris");
    private final String guest = UUID.randomUUID() + "@example.org";

    @Test
    void withTheBrokerAwaySavingWorksAndLaterEverythingArrivesOnce() throws Exception {
        List<String> saved;
        try (var console = JmxConsole.of(faulty.server())) {
            console.invoke(DOOR, "stop");
            try {
                saved = IntStream.range(0, 5).mapToObj(this::saved).toList();
                assertThat(console.number("type=Outbox", "Depth")).isPositive();
            } finally {
                console.invoke(DOOR, "start");
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> copies().size() >= saved.size());
        assertThat(copies()).containsExactlyInAnyOrderElementsOf(saved);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> faulty.relay().acknowledged(guest).size() >= saved.size());
        assertThat(faulty.relay().acknowledged(guest)).hasSize(saved.size()).doesNotHaveDuplicates();
    }

    private String saved(int number) {
        var event = inviting(
                timed("Broker " + number, DAY, "1" + number + ":00", "1" + number + ":30"),
                "boris@kalends.test",
                guest);
        var made = anna.post("/api/v1/events", event.toString());
        assertThat(made.status()).isEqualTo(201);
        return made.body().get("uid").asText();
    }

    private List<String> copies() {
        return items(boris.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                .map(item -> item.get("uid").asText())
                .toList();
    }
}
