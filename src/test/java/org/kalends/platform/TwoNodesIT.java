package org.kalends.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kalends.support.ApiClient;
import org.kalends.support.EventStream;
import org.kalends.support.KalendsServer;
import org.kalends.support.Messenger;
import org.kalends.support.Ports;

/** Two nodes on one PostgreSQL; the broker lives in the first and serves the second. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final Duration LIVE = Duration.ofSeconds(5);
    private static final Duration DELIVERED = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final String BORIS = "boris@kalends.test";

    private static Nodes nodes;
    private static ApiClient anna;

    @BeforeAll
    static void start() throws IOException {
        var port = String.valueOf(Ports.free());
        var chats = String.valueOf(Ports.free());
        nodes = Nodes.started(
                List.of("--broker-port", port, "--messenger-port", chats),
                List.of("--broker", "127.0.0.1:" + port, "--messenger", "127.0.0.1:" + chats),
                Map.of());
        anna = ApiClient.loggedIn(nodes.a(), "anna");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) nodes.close();
    }

    @Test
    @Order(1)
    void whatIsSavedOnOneNodeIsSeenLiveOnTheOtherWithTheSameLogIn() {
        try (var stream = EventStream.open(anna.at(nodes.b()).stream(""))) {
            await().atMost(LIVE).until(() -> stream.text().contains("event: listening"));
            var event = timed("Seen there", LocalDate.of(2029, 3, 1), "10:00", "11:00");
            var id = anna.post("/api/v1/events", event.toString())
                    .body()
                    .get("id")
                    .asText();
            await().atMost(LIVE).until(() -> stream.text().contains(id));
            assertThat(anna.at(nodes.b()).get("/api/v1/events/" + id).status()).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void whicheverNodeSavedEverybodyIsToldOnce() throws Exception {
        var day = LocalDate.of(2029, 3, 5);
        try (var onA = Saver.started(anna, "Shared a", day);
                var onB = Saver.started(anna.at(nodes.b()), "Shared b", day)) {
            await().atMost(DELIVERED).untilAsserted(() -> {
                assertThat(onA.acknowledged()).as(onA.refused().toString()).hasSizeGreaterThan(12);
                assertThat(onB.acknowledged()).as(onB.refused().toString()).hasSizeGreaterThan(12);
            });
            onA.stop();
            onB.stop();
            assertThat(onA.refused()).isEmpty();
            assertThat(onB.refused()).isEmpty();
            nodes.awaitDelivered(nodes.b(), day, "Shared", DELIVERED, onA, onB);
        }
        await().during(QUIET).atMost(DELIVERED).until(() -> Nodes.repeats(nodes.mails("Shared")) == 0);
    }

    /** Cards are shown by either, one of them asks what was pressed, and the other sees the answer. */
    @Test
    @Order(3)
    void eachPressOfAButtonIsTakenOnceAndSeenOnBothNodes() {
        var messenger = new Messenger(nodes.a());
        for (int meeting = 0; meeting < 6; meeting++) {
            var title = "Pressed " + meeting;
            var node = meeting % 2 == 0 ? nodes.a() : nodes.b();
            var event = inviting(timed(title, LocalDate.of(2029, 4, 2 + meeting), "10:00", "11:00"), BORIS);
            var made = anna.at(node).post("/api/v1/events", event.toString());
            assertThat(messenger.press(messenger.await(BORIS, title), "accepted"))
                    .isEqualTo(202);
            for (var seen : List.of(nodes.a(), nodes.b()))
                await().atMost(DELIVERED)
                        .until(() -> answer(anna.at(seen), path(made)).equals("accepted"));
            messenger.await("anna@kalends.test", title);
        }
        await().during(QUIET).atMost(DELIVERED).untilAsserted(() -> {
            assertThat(messenger.cards("anna@kalends.test", "Pressed")).hasSize(6);
            assertThat(messenger.cards(BORIS, "Pressed")).hasSize(6);
        });
    }

    private static String answer(ApiClient person, String event) {
        return attendee(person.get(event).body(), BORIS).get("status").asText();
    }

    @Test
    @Order(4)
    void whatIsChosenOnOneNodeIsHonouredOnTheOtherAtOnce() {
        var boris = ApiClient.loggedIn(nodes.b(), "boris");
        var before = (ObjectNode) boris.get("/api/v1/settings").body();
        var without = before.deepCopy();
        ((ObjectNode) without.get("notifications").get("invitation")).put("mail", false);
        assertThat(boris.put("/api/v1/settings", without.toString()).status()).isEqualTo(200);
        invite("Chosen 1 silent", nodes.a());
        assertThat(boris.at(nodes.a())
                        .put("/api/v1/settings", before.toString())
                        .status())
                .isEqualTo(200);
        invite("Chosen 2 loud", nodes.b());
        var messenger = new Messenger(nodes.a());
        messenger.await(BORIS, "Chosen 1");
        await().atMost(DELIVERED).until(() -> nodes.mails("Chosen"), mails -> mails.contains(BORIS + " Chosen 2 loud"));
        assertThat(nodes.mails("Chosen")).containsExactly(BORIS + " Chosen 2 loud");
    }

    private static void invite(String title, KalendsServer node) {
        var event = inviting(timed(title, LocalDate.of(2029, 5, 7), "10:00", "11:00"), BORIS);
        assertThat(anna.at(node).post("/api/v1/events", event.toString()).status())
                .isEqualTo(201);
    }

    @Test
    @Order(5)
    void whicheverNodeFindsItThatItIsMorningEverybodyIsToldHisDayOnce() throws Exception {
        var readers = List.of("anna", "boris", "dmitri");
        for (var reader : readers) {
            var client = ApiClient.loggedIn(nodes.a(), reader);
            var with = (ObjectNode) client.get("/api/v1/settings").body();
            ((ObjectNode) with.get("notifications").get("digest")).put("mail", true);
            assertThat(client.put("/api/v1/settings", with.toString()).status()).isEqualTo(200);
            var today = LocalDate.now(ZoneId.of("Europe/Moscow"));
            client.post(
                    "/api/v1/events", timed("Today", today, "23:00", "23:30").toString());
        }
        try (var connection = DriverManager.getConnection(nodes.database())) {
            connection.createStatement().executeUpdate("update digest_due set due_at = now()");
        }
        var expected = readers.stream().map(reader -> reader + "@kalends.test").toArray(String[]::new);
        await().atMost(DELIVERED)
                .untilAsserted(() -> assertThat(nodes.recipients("Ваш день")).containsExactlyInAnyOrder(expected));
        await().during(Duration.ofSeconds(12))
                .atMost(DELIVERED)
                .untilAsserted(() -> assertThat(nodes.recipients("Ваш день")).hasSize(readers.size()));
    }

    @Test
    @Order(6)
    void whileTheNodeWithTheBrokerIsGoneTheOtherSavesAndAllIsDeliveredOnItsReturn() throws Exception {
        var day = LocalDate.of(2029, 3, 6);
        try (var onA = Saver.started(anna, "Orphan a", day);
                var onB = Saver.started(anna.at(nodes.b()), "Orphan b", day)) {
            await().atMost(DELIVERED).until(() -> onA.acknowledged().size() >= 10);
            nodes.a().kill();
            onA.stop();
            var before = onB.acknowledged().size();
            await().atMost(DELIVERED).until(() -> onB.acknowledged().size() >= before + 10);
            onB.stop();
            assertThat(onB.refused()).isEmpty();
            nodes.a().start();
            nodes.awaitDelivered(nodes.b(), day, "Orphan", DELIVERED, onA, onB);
        }
        // what was at the relay's door when the node died may come once more, with the same Message-ID
        assertThat(Nodes.repeats(nodes.mails("Orphan"))).isLessThanOrEqualTo(Nodes.SENDERS);
    }

    @Test
    @Order(7)
    void aServerToldToStopSaysThatItIsNotReadyAndFinishesWhatItHas() throws Exception {
        var server = nodes.b();
        try (var obstacle = DriverManager.getConnection(nodes.database())) {
            obstacle.setAutoCommit(false);
            obstacle.createStatement().execute("lock table calendar_object in access exclusive mode");
            var event = timed("Under way", LocalDate.of(2029, 6, 4), "10:00", "11:00")
                    .toString();
            var save = CompletableFuture.supplyAsync(() -> anna.at(server).post("/api/v1/events", event));
            await().atMost(Duration.ofSeconds(20)).until(TwoNodesIT::aRequestWaits);

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

    private static boolean aRequestWaits() throws Exception {
        try (var connection = DriverManager.getConnection(nodes.database());
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
