package org.kalends.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** One process dies alone. {@code -Dfaults.seed=N} chooses other instants. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeathsIT {

    private static final int DEATHS = 3;
    private static final LocalDate DAY = LocalDate.of(2028, 5, 2);

    private static KalendsServer server;

    @BeforeAll
    static void start() {
        server = KalendsServer.fresh();
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @Test
    @Order(1)
    void theDatabaseDiesAndComesBackUnderTheServerWhichIsNotLostAndLosesNothing() throws Exception {
        long seed = Long.getLong("faults.seed", 20_261_124);
        var random = new Random(seed);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(server.data().resolve("server-" + server.port()))))
                .isEqualTo("rwx------");
        var before = serverPid(server);
        var anna = ApiClient.loggedIn(server, "anna");
        var acknowledged = new CopyOnWriteArrayList<String>();
        var odd = new CopyOnWriteArrayList<String>();
        var stop = new AtomicBoolean();
        var saving = Executors.newSingleThreadExecutor();
        saving.execute(() -> save(anna, stop, acknowledged, odd));
        for (int i = 0; i < DEATHS; i++) {
            int more = acknowledged.size() + 5 + random.nextInt(20);
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= more);
            postmaster(server).destroyForcibly();
        }
        int more = acknowledged.size() + 5;
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= more);
        stop.set(true);
        saving.shutdown();
        assertThat(saving.awaitTermination(40, TimeUnit.SECONDS)).isTrue();

        assertThat(odd).as("faults.seed=" + seed + ": what is not saved is 503").isEmpty();
        assertThat(uids(anna))
                .as("faults.seed=" + seed)
                .containsAll(acknowledged)
                .doesNotHaveDuplicates();
        assertThat(serverPid(server)).isEqualTo(before);
    }

    @Test
    @Order(2)
    void theServerDiesAndTheLauncherSaysSoStopsTheRestAndFails() throws Exception {
        ProcessHandle.of(serverPid(server)).orElseThrow().destroyForcibly();
        assertThat(server.awaitEnd()).isEqualTo(1);
        assertThat(server.laterOutput()).anyMatch(line -> line.contains("ended by itself") && line.contains(".log"));
        assertThat(server.data().resolve("postgresql/postmaster.pid")) // the database takes it away when it stops
                .doesNotExist();
    }

    private static void save(ApiClient anna, AtomicBoolean stop, List<String> acknowledged, List<String> odd) {
        for (int i = 0; !stop.get(); i++) {
            var event = Planning.timed("Save " + i, DAY, "10:00", "11:00");
            var answer = anna.post("/api/v1/events?notify=none", event.toString());
            if (answer.status() == 201) {
                acknowledged.add(answer.body().get("uid").asText());
            } else if (answer.status() != 503
                    || !answer.body().path("type").asText().endsWith(":unavailable")) {
                odd.add(answer.status() + " " + answer.raw().body());
            }
        }
    }

    private static List<String> uids(ApiClient anna) {
        var uids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = anna.get("/api/v1/events?limit=1000&" + Planning.range(DAY, DAY.plusDays(1)) + cursor);
            Planning.items(page).forEach(item -> uids.add(item.get("uid").asText()));
            var next = page.body().path("nextCursor");
            cursor = next.isNull() || next.isMissingNode() ? "" : "&cursor=" + next.asText();
        } while (!cursor.isEmpty());
        return uids;
    }

    private static ProcessHandle postmaster(KalendsServer server) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> ProcessHandle.of(number(server, "postgresql/postmaster.pid")),
                        handle -> handle.isPresent())
                .orElseThrow();
    }

    private static long serverPid(KalendsServer server) throws IOException {
        return number(server, "server-" + server.port() + ".pid");
    }

    private static long number(KalendsServer server, String file) throws IOException {
        return Long.parseLong(
                Files.readAllLines(server.data().resolve(file)).get(0).strip());
    }
}
