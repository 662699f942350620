package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.range;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** Moves of mailboxes, as an administrator asks for them. */
record Moves(KalendsServer server, ApiClient admin) {

    static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";

    private static final Duration SOON = Duration.ofMinutes(10);

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
        return titles(person, LocalDate.of(2026, 12, 1));
    }

    /** Of thirty days. */
    static List<String> titles(Person person, LocalDate from) {
        return person.api()
                .get("/api/v1/events?limit=500&" + range(from, from.plusDays(30)))
                .body()
                .get("items")
                .findValuesAsText("title");
    }

    /** An hour of December. */
    static SimItem item(String title) {
        return SimItem.named(title, "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z");
    }
}
