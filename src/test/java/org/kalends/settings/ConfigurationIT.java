package org.kalends.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class ConfigurationIT {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @TempDir
    static Path directory;

    private static KalendsServer server;

    @BeforeAll
    static void withValuesOutOfFiles() throws IOException {
        var check = Files.writeString(directory.resolve("check"), "true\n");
        var secret = Files.writeString(directory.resolve("secret"), "hush-hush\n");
        server = KalendsServer.fresh(Map.of(
                "KALENDS_EVENT_ADDRESS_CHECK_FILE", check.toString(), "KALENDS_MAIL_PASSWORD_FILE", secret.toString()));
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

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
    void whatCameOutOfFilesIsToldAndSecretsStayOutOfTheLog() throws IOException {
        assertThat(Files.readString(server.log()))
                .contains("kalends.event.address-check=true", "kalends.mail.password=***")
                .doesNotContain("hush-hush");
    }

    @Test
    void withTheCheckOnAddressesOfTheOwnDomainThatNobodyHasAreRefusedAndNothingIsStored() {
        var anna = ApiClient.loggedIn(server, "anna");
        var typo = inviting(timed("Typo", DAY, "10:00", "11:00"), "boris@kalends.test", "borris@kalends.test");
        var refused = anna.post("/api/v1/events", typo.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:unknown-attendee");
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("attendees[1].address");
        assertThat(items(anna.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))))
                .isEmpty();
        var fine = inviting(timed("Fine", DAY, "10:00", "11:00"), "boris@kalends.test", "guest@example.org");
        assertThat(anna.post("/api/v1/events", fine.toString()).status()).isEqualTo(201);
    }
}
