package org.kalends.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;
import org.kalends.support.ScriptedRelay;

/**
 * kill -9 of everything amid saves, then of the launcher alone, on the same data. {@code -Dfaults.kills=N} does it oftener,
 * {@code -Dfaults.seed=N} at other instants.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillsIT {

    private static final int KILLS = Integer.getInteger("faults.kills", 1);
    private static final long SEED = Long.getLong("faults.seed", 20_261_125);
    private static final int LATEST_MILLIS = 1_500;
    private static final int SENDERS = 8;
    private static final LocalDate DAY = LocalDate.of(2028, 6, 6);
    private static final String GUEST = "guest@example.org";
    private static final Map<String, String> AT_ONCE =
            Map.of("KALENDS_MAIL_UNDO", "PT0S", "KALENDS_MAIL_COALESCE", "PT0S");

    private static final Duration FOLLOWED = Duration.ofSeconds(60);

    private static ScriptedRelay relay;
    private static KalendsServer server;

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        relay = ScriptedRelay.prepared().start();
        server = KalendsServer.fresh(AT_ONCE, "--smtp", relay.address());
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        relay.close();
    }

    @Test
    @Order(1)
    void whatWasAcknowledgedIsThereWithItsCopyAndItsMailAndTheRestIsWholeOrNotAtAll() throws Exception {
        System.out.println("faults.seed=" + SEED + ", faults.kills=" + KILLS);
        assertThat(server.output())
                .filteredOn(line -> line.startsWith("Kalends is ready: "))
                .hasSize(1);
        var random = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            killedAmidSaves(random.nextInt(LATEST_MILLIS));
            server.start();
        }
        var saved = uids(ApiClient.loggedIn(server, "anna"));
        assertThat(saved).as("faults.seed=" + SEED).containsAll(acknowledged).doesNotHaveDuplicates();
        assertThat(saved.size() - acknowledged.size()).as("unknown ones").isBetween(0, KILLS);

        var boris = ApiClient.loggedIn(server, "boris");
        await().atMost(FOLLOWED) // what a dead node had claimed is free after a quarter of a minute
                .untilAsserted(() -> {
                    assertThat(uids(boris)).containsExactlyInAnyOrderElementsOf(saved);
                    assertThat(new HashSet<>(relay.acknowledged(GUEST))).hasSize(saved.size());
                    assertThat(number("select count(*) from outbox where state = 0 and not_before <= now()"))
                            .isZero();
                });
        assertThat(relay.acknowledged(GUEST).size() - saved.size())
                .as("sent twice, with the same Message-ID: only what was in flight at a kill")
                .isLessThanOrEqualTo(SENDERS * KILLS);
        assertThat(number("select count(*) from pg_prepared_xacts")).isZero();
    }

    @Test
    @Order(2)
    void aStartAfterTheLauncherAloneWasKilledEndsWhatWasLeftOverAndFindsTheData() throws Exception {
        var before = uids(ApiClient.loggedIn(server, "anna"));
        assertThat(before).isNotEmpty();
        server.killLauncher();
        server.start();
        assertThat(uids(ApiClient.loggedIn(server, "anna"))).containsExactlyInAnyOrderElementsOf(before);
        assertThat(server.stop()).isZero();
    }

    private static int number(String sql) {
        return server.database()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private void killedAmidSaves(int after) throws InterruptedException {
        var killed = new AtomicBoolean();
        var saving = Executors.newSingleThreadExecutor();
        var anna = ApiClient.loggedIn(server, "anna");
        int sent = relay.acknowledged(GUEST).size();
        saving.execute(() -> save(anna, killed));
        // enough of them that sending all again could not pass for what was in flight
        await().atMost(Duration.ofSeconds(60))
                .until(() -> relay.acknowledged(GUEST).size() >= sent + 2 * SENDERS);
        await().pollDelay(Duration.ofMillis(after)).until(() -> true);
        server.kill();
        killed.set(true);
        saving.shutdown();
        assertThat(saving.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
    }

    private void save(ApiClient anna, AtomicBoolean killed) {
        var event = inviting(timed("Save", DAY, "10:00", "11:00"), "boris@kalends.test", GUEST)
                .toString();
        while (!killed.get()) {
            try {
                var answer = anna.post("/api/v1/events", event);
                if (answer.status() == 201)
                    acknowledged.add(answer.body().get("uid").asText());
            } catch (UncheckedIOException e) {
                return; // the server is dead; whether this one was saved is unknown
            }
        }
    }

    private static List<String> uids(ApiClient person) {
        var uids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = person.get("/api/v1/events?limit=1000&" + Planning.range(DAY, DAY.plusDays(1)) + cursor);
            Planning.items(page).forEach(item -> uids.add(item.get("uid").asText()));
            var next = page.body().path("nextCursor");
            cursor = next.isNull() || next.isMissingNode() ? "" : "&cursor=" + next.asText();
        } while (!cursor.isEmpty());
        return uids;
    }
}
