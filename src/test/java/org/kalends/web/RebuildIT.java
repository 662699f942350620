package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.range;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.CommandLine;
import org.kalends.support.KalendsServer;

class RebuildIT {

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");

    @Test
    void theCommandLineRebuildsAndNobodySeesADifference() throws Exception {
        var anna = ApiClient.loggedIn(server, "anna");
        var today = LocalDate.now(Clock.systemUTC());
        var listed = "/api/v1/events?limit=1000&expand=attendees&" + range(today.minusDays(30), today.plusDays(60));
        var before = anna.get(listed).body();
        var made = admin.post("/api/v1/app-passwords", "{\"name\":\"upkeep\",\"scope\":\"rest\"}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var output = asked(made.body().get("secret").asText(), "rebuild");
        assertThat(ApiClient.JSON.readTree(output).get("events").asLong()).isPositive();
        assertThat(anna.get(listed).body()).isEqualTo(before);
    }

    /** What the command line says; it has to end well. */
    private String asked(String secret, String... words) throws Exception {
        var said = CommandLine.ask(
                server,
                secret,
                Stream.concat(Stream.of("admin"), Stream.of(words)).toArray(String[]::new));
        assertThat(said.status()).as(said.output()).isZero();
        return said.output();
    }

    @Test
    void theCommandLineListsDeadLettersAndSilencesChannels() throws Exception {
        var made = admin.post("/api/v1/app-passwords", "{\"name\":\"silence\",\"scope\":\"rest\"}");
        var secret = made.body().get("secret").asText();
        assertThat(ApiClient.JSON
                        .readTree(asked(secret, "dead-letters"))
                        .get("items")
                        .isArray())
                .isTrue();
        try {
            var muted = asked(secret, "mute", "messenger", "--reason", "a \"move\" of mailboxes");
            assertThat(ApiClient.JSON.readTree(muted).at("/items/0/reason").asText())
                    .isEqualTo("a \"move\" of mailboxes");
        } finally {
            asked(secret, "unmute");
        }
        assertThat(admin.get("/api/v1/admin/mute").body().get("items")).isEmpty();
    }

    @Test
    void onlyAdministratorsMay() {
        assertThat(ApiClient.loggedIn(server, "anna")
                        .post("/api/v1/admin/rebuild", "")
                        .status())
                .isEqualTo(403);
    }
}
