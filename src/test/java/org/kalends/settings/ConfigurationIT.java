package org.kalends.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class ConfigurationIT {

    @Test
    void aBadValueStopsTheStartWithOneLine() {
        assertThatThrownBy(() -> KalendsServer.fresh(Map.of("KALENDS_IDENTITY_SESSION_IDLE", "soon")))
                .hasMessageContaining(
                        "The configuration makes no sense: kalends.identity.session-idle must be a duration"
                                + " like PT15M or P1D, was soon");
    }

    @Test
    void aBadValueOfTheBrokerDoesSoToo() {
        assertThatThrownBy(() -> KalendsServer.fresh(Map.of("KALENDS_BROKER_ATTEMPTS", "2")))
                .hasMessageContaining(
                        "The configuration makes no sense: kalends.broker.attempts must be a number from 5 to 1000, was 2");
    }

    @Test
    void valuesComeOutOfFilesAndSecretsStayOutOfTheLog(@TempDir Path directory) throws IOException {
        var check = Files.writeString(directory.resolve("check"), "true\n");
        var secret = Files.writeString(directory.resolve("secret"), "hush-hush\n");
        var environment = Map.of(
                "KALENDS_EVENT_ADDRESS_CHECK_FILE", check.toString(), "KALENDS_MAIL_PASSWORD_FILE", secret.toString());
        try (var server = KalendsServer.fresh(environment)) {
            var typo = inviting(timed("Typo", LocalDate.of(2027, 3, 1), "10:00", "11:00"), "borris@kalends.test");
            assertThat(ApiClient.loggedIn(server, "anna")
                            .post("/api/v1/events", typo.toString())
                            .status())
                    .isEqualTo(422);
            assertThat(Files.readString(server.log()))
                    .contains("kalends.event.address-check=true", "kalends.mail.password=***")
                    .doesNotContain("hush-hush");
        }
    }
}
