package org.kalends.outbox.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.JmxConsole;
import org.kalends.support.Planning;

/** A mail that nobody can make, as its decision is gone: tried, laid aside, told with its reason, replayed, purged. */
class DeadLettersIT {

    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String BEAN = "type=DeadLetters";
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(30);

    private final FaultyServer faulty = FaultyServer.shared();
    private final ApiClient admin = ApiClient.loggedIn(faulty.server(), "admin");
    private final String key = "poison/" + UUID.randomUUID();

    @BeforeEach
    void poison() {
        var news = UUID.randomUUID();
        var body =
                "{\"home\":\"%s\",\"news\":\"%s\",\"since\":\"%s\",\"recipient\":\"p@example.org\",\"kind\":\"CHANGE\"}"
                        .formatted(news, news, news);
        faulty.server()
                .database()
                .useHandle(handle -> handle.execute(
                        "insert into outbox (home_id, id, queue, dedup_key, body, not_before)"
                                + " values (?, ?, 'MAIL', ?, ?::jsonb, now())",
                        news,
                        UUID.randomUUID(),
                        key,
                        body));
    }

    private Stream<JsonNode> letters() {
        return Planning.items(admin.get(LETTERS)).stream()
                .filter(letter -> letter.get("key").asText().equals(key));
    }

    private JsonNode laidAside() {
        return await().atMost(ALL_ATTEMPTS)
                .until(() -> letters().findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private List<String> audit(String action, String subject) {
        return Planning.items(admin.get("/api/v1/admin/audit?action=" + action + "&limit=1000")).stream()
                .filter(entry -> entry.get("subject").asText().equals(subject))
                .map(entry -> entry.get("actor").asText())
                .toList();
    }

    private String me() {
        return admin.get("/api/v1/session").body().at("/user/id").asText();
    }

    @Test
    void isToldWithItsReasonWhileTheQueueMovesOnAndReplayedAndPurgedOverRest() {
        var guest = UUID.randomUUID() + "@example.org";
        var event = Planning.timed("Beside poison", LocalDate.of(2029, 9, 3), "10:00", "11:00");
        assertThat(admin.post("/api/v1/events", Planning.inviting(event, guest).toString())
                        .status())
                .isEqualTo(201);
        await().atMost(ALL_ATTEMPTS)
                .until(() -> faulty.relay().acknowledged(guest).size() == 1);

        var letter = laidAside();
        assertThat(letter.get("reason").asText()).contains("IllegalStateException", "news are gone");
        assertThat(letter.get("address").asText()).isEqualTo("kalends.mail");
        var id = letter.get("id").asText();
        assertThat(admin.post(LETTERS + "/" + id + "/replay", "").status()).isEqualTo(202);
        assertThat(audit("dead-letter-replayed", id)).containsExactly(me());
        assertThat(admin.post(LETTERS + "/" + id + "/replay", "").status()).isEqualTo(404);

        var again = laidAside().get("id").asText();
        assertThat(again).isNotEqualTo(id);
        assertThat(admin.delete(LETTERS + "/" + again, "*").status()).isEqualTo(204);
        assertThat(letters()).isEmpty();
        assertThat(audit("dead-letter-purged", again)).containsExactly(me());
        assertThat(admin.delete(LETTERS + "/" + again, "*").status()).isEqualTo(404);
        assertThat(audit("dead-letter-purged", again)).hasSize(1);
    }

    @Test
    void aConsoleSeesTheSameAndDoesTheSame() throws Exception {
        var id = laidAside().get("id").asText();
        try (var console = JmxConsole.of(faulty.server())) {
            assertThat(console.number(BEAN, "Depth")).isPositive();
            assertThat(reason(console)).contains("news are gone");
            assertThat(console.ask(BEAN, "replay", id)).isEqualTo(true);
            assertThat(audit("dead-letter-replayed", id)).hasSize(1);
            var again = laidAside().get("id").asText();
            assertThat(console.ask(BEAN, "purge", again)).isEqualTo(true);
            assertThat(audit("dead-letter-purged", again)).containsExactly("null");
            assertThat(console.ask(BEAN, "purge", again)).isEqualTo(false);
            assertThat(letters()).isEmpty();
        }
    }

    private String reason(JmxConsole console) throws Exception {
        return Arrays.stream((CompositeData[]) console.ask(BEAN, "list"))
                .filter(letter -> letter.get("key").equals(key))
                .map(letter -> (String) letter.get("reason"))
                .findFirst()
                .orElse("none");
    }

    @Test
    void isNoBusinessOfAnybodyElse() {
        var boris = ApiClient.loggedIn(faulty.server(), "boris");
        assertThat(boris.get(LETTERS).status()).isEqualTo(403);
        assertThat(boris.delete(LETTERS + "/ID:x", "*").status()).isEqualTo(403);
        assertThat(boris.post(LETTERS + "/ID:x/replay", "").status()).isEqualTo(403);
        assertThat(ApiClient.anonymous(faulty.server()).get(LETTERS).status()).isEqualTo(401);
        assertThat(admin.get(LETTERS + "?limit=0").status()).isEqualTo(400);
        admin.delete(LETTERS + "/" + laidAside().get("id").asText(), "*");
    }
}
