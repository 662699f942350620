package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.EventStream;
import org.kalends.support.KalendsServer;

class ChangesIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_HEARTBEAT = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2028, 4, 3);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");

    private static String planned(ApiClient who, String title, String... invited) {
        var made = who.post(
                "/api/v1/events",
                inviting(timed(title, DAY, "10:00", "11:00"), invited).toString());
        return made.body().get("id").asText();
    }

    @Test
    void aChangeIsHeardWhileItHappens() {
        try (var stream = EventStream.open(eva.stream(""))) {
            await().atMost(SOON).until(() -> stream.text().contains("event: listening"));
            var id = planned(eva, "Heard");
            await().atMost(SOON).until(() -> stream.text().contains(id));
            var event = eva.get("/api/v1/events/" + id);
            assertThat(stream.text()).contains("event: change").contains("\"kind\":\"created\"");
            assertThat(stream.text()).contains(event.body().get("calendarId").asText());
            eva.delete("/api/v1/events/" + id, event.etag());
            await().atMost(SOON).until(() -> stream.text().contains("\"kind\":\"deleted\""));
        }
    }

    @Test
    void whatWasMissedIsToldOnReturn() {
        String last;
        try (var stream = EventStream.open(eva.stream(""))) {
            await().atMost(SOON).until(() -> stream.lastId().isPresent());
            last = stream.lastId().orElseThrow();
        }
        var missed = planned(eva, "Missed");
        try (var stream = EventStream.open(eva.stream(last))) {
            await().atMost(SOON).until(() -> stream.text().contains(missed));
        }
        assertThat(eva.stream("nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyHearsOfTheCalendarsOfOthers() {
        var dmitri = ApiClient.loggedIn(server, "dmitri");
        try (var stream = EventStream.open(eva.stream(""))) {
            await().atMost(SOON).until(() -> stream.text().contains("event: listening"));
            var secret = planned(dmitri, "Secret");
            var own = planned(eva, "Own");
            await().atMost(SOON).until(() -> stream.text().contains(own));
            assertThat(stream.text()).doesNotContain(secret);
        }
    }

    @Test
    void quietStreamsAreKeptAliveAndEndWithTheSession() {
        var session = ApiClient.loggedIn(server, "eva");
        try (var stream = EventStream.open(session.stream(""))) {
            await().atMost(A_HEARTBEAT).until(() -> stream.text().contains(": heartbeat"));
            assertThat(session.delete("/api/v1/session", "*").status()).isEqualTo(204);
            await().atMost(A_HEARTBEAT).until(stream::ended);
        }
        assertThat(session.stream("").statusCode()).isEqualTo(401);
    }
}
