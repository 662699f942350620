package org.kalends.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class LogIT {

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final String request = "test-" + UUID.randomUUID();

    @Test
    void aLineOfJsonSaysWhichRequestWhoAndWhichEventAndNoTitle() throws IOException {
        var title = "Title" + UUID.randomUUID();
        var event = inviting(timed(title, LocalDate.of(2027, 4, 5), "10:00", "11:00"), "boris@kalends.test");
        var made = eva.with(Map.of("X-Request-Id", request)).post("/api/v1/events", event.toString());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("X-Request-Id")).isEqualTo(request);

        var line = lineOf(request);
        assertThat(line.get("userId").asText())
                .isEqualTo(eva.get("/api/v1/session").body().at("/user/id").asText());
        assertThat(line.get("eventUid").asText())
                .isEqualTo(made.body().get("uid").asText());
        assertThat(line.get("path").asText()).isEqualTo("/api/v1/events");
        assertThat(line.get("status").asText()).isEqualTo("201");
        assertThat(Files.readString(server.log())).doesNotContain(title);
    }

    @Test
    void whatPeopleSearchForAndTheTokensOfLinksStayOut() throws IOException {
        var words = "secret" + UUID.randomUUID();
        var known = eva.with(Map.of("X-Request-Id", request));
        assertThat(known.get("/api/v1/people?q=" + words).status()).isEqualTo(200);
        lineOf(request);
        ApiClient.anonymous(server)
                .with(Map.of("X-Request-Id", request + "-link"))
                .get("/rsvp/" + words);
        assertThat(lineOf(request + "-link").get("path").asText()).isEqualTo("/rsvp/…");
        assertThat(Files.readString(server.log())).doesNotContain(words);
    }

    @Test
    void calendarProgramsAreToldOfByTheSameLines() {
        var answer = ApiClient.anonymous(server)
                .with(Map.of("X-Request-Id", request))
                .get("/dav/");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("X-Request-Id")).isEqualTo(request);
        var line = lineOf(request);
        assertThat(line.get("path").asText()).isEqualTo("/dav/");
        assertThat(line.get("status").asText()).isEqualTo("401");
    }

    @Test
    void anIdThatCouldForgeALineIsReplaced() {
        var answer = eva.with(Map.of("X-Request-Id", "a\",\"userId\":\"root")).get("/api/v1/session");
        assertThat(UUID.fromString(answer.header("X-Request-Id"))).isNotNull();
    }

    private JsonNode lineOf(String id) {
        return Awaitility.await()
                .until(
                        () -> lines().stream()
                                .filter(line -> line.path("requestId").asText().equals(id))
                                .findFirst()
                                .orElse(null),
                        line -> line != null);
    }

    /** Every line that begins one is a whole record. */
    private List<JsonNode> lines() throws IOException {
        var text = Files.readString(server.log());
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("{\"Timestamp"))
                .map(LogIT::parsed)
                .toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return ApiClient.JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
