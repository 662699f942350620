package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.EventStream;
import org.kalends.support.KalendsServer;

class EditLockIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static int tests = 0;

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private String path = "";
    private String etag = "";
    private String copy = "";

    @BeforeEach
    void aMeetingOfTwo() {
        var day = LocalDate.of(2027, 5, 31).plusWeeks(tests++);
        var made = anna.post(
                "/api/v1/events",
                inviting(timed("Locked", day, "10:00", "11:00"), "eva@kalends.test")
                        .toString());
        path = path(made);
        etag = made.etag();
        copy = "/api/v1/events/"
                + await().atMost(Duration.ofSeconds(5))
                        .until(
                                () -> items(eva.get("/api/v1/events?" + range(day, day.plusDays(1)))),
                                c -> c.size() == 1)
                        .get(0)
                        .get("id")
                        .asText();
    }

    @Test
    void whoTakesItGetsATokenAndRenewsTheSameOne() {
        var taken = anna.put(path + "/edit-lock", "");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(Instant.parse(taken.body().get("until").asText())).isAfter(Instant.now());
        var renewed = anna.put(path + "/edit-lock", "");
        assertThat(renewed.body().get("token")).isEqualTo(taken.body().get("token"));
    }

    @Test
    void othersSeeTheHolderAndAreRefusedUntilItIsGivenBack() {
        assertThat(eva.get(copy + "/edit-lock").status()).isEqualTo(204);
        anna.put(path + "/edit-lock", "");
        var seen = eva.get(copy + "/edit-lock");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().at("/holder/address").asText()).isEqualTo("anna@kalends.test");
        assertThat(eva.get(copy).body().at("/editLock/address").asText()).isEqualTo("anna@kalends.test");
        var refused = eva.put(copy + "/edit-lock", "");
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:edit-locked");
        assertThat(refused.body().at("/holder/name").asText()).isNotEmpty();
        assertThat(Instant.parse(refused.body().get("until").asText())).isAfter(Instant.now());
        assertThat(eva.delete(copy, eva.get(copy).etag()).status()).isEqualTo(423);
        assertThat(eva.delete(copy + "/edit-lock", "*").status()).isEqualTo(204);
        assertThat(eva.get(copy + "/edit-lock").status()).isEqualTo(200);
        assertThat(anna.delete(path + "/edit-lock", "*").status()).isEqualTo(204);
        assertThat(eva.put(copy + "/edit-lock", "").status()).isEqualTo(200);
    }

    @Test
    void theHolderSavesWhileHeHoldsIt() {
        anna.put(path + "/edit-lock", "");
        assertThat(anna.patch(path, etag, "{\"title\":\"Mine\"}").status()).isEqualTo(200);
    }

    @Test
    void everybodyInvitedHearsThatItWasTakenAndGivenBackAndNothingOfRenewals() {
        try (var stream = EventStream.open(eva.stream(""))) {
            await().atMost(SOON).until(() -> stream.text().contains("event: listening"));
            var id = copy.substring(copy.lastIndexOf('/') + 1);
            anna.put(path + "/edit-lock", "");
            await().atMost(SOON).until(() -> told(stream, id, "edit-locked") == 1);
            anna.put(path + "/edit-lock", "");
            anna.delete(path + "/edit-lock", "*");
            anna.delete(path + "/edit-lock", "*");
            await().atMost(SOON).until(() -> told(stream, id, "edit-unlocked") == 1);
            anna.put(path + "/edit-lock", "");
            await().atMost(SOON).until(() -> told(stream, id, "edit-locked") > 1);
            assertThat(told(stream, id, "edit-locked")).isEqualTo(2);
            assertThat(told(stream, id, "edit-unlocked")).isEqualTo(1);
        }
    }

    private static long told(EventStream stream, String event, String kind) {
        return stream.text()
                .lines()
                .filter(line -> line.contains(event) && line.contains("\"kind\":\"" + kind + "\""))
                .count();
    }

    @Test
    void thereIsNoneOfAnEventThatOneCannotSee() {
        assertThat(eva.put(path + "/edit-lock", "").status()).isEqualTo(404);
        assertThat(eva.get(path + "/edit-lock").status()).isEqualTo(404);
    }
}
