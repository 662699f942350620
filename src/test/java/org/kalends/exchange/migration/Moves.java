package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** Moves of mailboxes, as an administrator asks for them. */
record Moves(KalendsServer server, ApiClient admin) {

    static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";

    private static final Duration SOON = Duration.ofMinutes(4);

    Person somebody() {
        return Person.on(server, "moving", "en");
    }

    Answer start(String more, String... addresses) {
        return admin.post(MIGRATIONS, "{\"mailboxes\":[\"" + String.join("\",\"", addresses) + "\"]" + more + "}");
    }

    String begun(Person person, String more) {
        var answer = start(more, person.address());
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().get("jobs").get(0).get("id").asText();
    }

    JsonNode job(String id) {
        return admin.get(MIGRATIONS + "/" + id).body();
    }

    JsonNode when(String id, String state) {
        await().atMost(SOON).until(() -> job(id).get("state").asText().equals(state));
        return job(id);
    }

    JsonNode moved(Person person, String more) {
        return when(begun(person, more), "done");
    }

    JsonNode noted(String id) {
        return admin.get(MIGRATIONS + "/" + id + "/items").body().get("items");
    }

    static String counts(JsonNode job) {
        var counts = job.get("counts");
        return "seen %d created %d updated %d unchanged %d skipped %d failed %d"
                .formatted(
                        counts.get("seen").asInt(),
                        counts.get("created").asInt(),
                        counts.get("updated").asInt(),
                        counts.get("unchanged").asInt(),
                        counts.get("skipped").asInt(),
                        counts.get("failed").asInt());
    }

    static List<String> titles(Person person) {
        return person.api()
                .get("/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z&limit=500")
                .body()
                .get("items")
                .findValuesAsText("title");
    }

    /** An hour of December. */
    static SimItem item(String title) {
        return SimItem.named(title, "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z");
    }
}
