package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.range;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
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
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java, "-jar", "../../cli/target/kalends/kalends.jar", "admin", "--server", server.address(), "rebuild");
        command.environment()
                .put("KALENDS_APP_PASSWORD", made.body().get("secret").asText());
        var process = command.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(ApiClient.JSON.readTree(output).get("events").asLong()).isPositive();
        assertThat(anna.get(listed).body()).isEqualTo(before);
    }

    @Test
    void onlyAdministratorsMay() {
        assertThat(ApiClient.loggedIn(server, "anna")
                        .post("/api/v1/admin/rebuild", "")
                        .status())
                .isEqualTo(403);
    }
}
