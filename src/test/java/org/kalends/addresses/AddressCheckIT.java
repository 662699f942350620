package org.kalends.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.AddressService;
import org.kalends.support.ApiClient;
import org.kalends.support.Counters;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;

/** The service that knows which addresses exist, well and ill. */
class AddressCheckIT {

    private static final LocalDate DAY = LocalDate.of(2029, 3, 6);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KalendsServer server = FaultyServer.shared().server();
    private final AddressService service = FaultyServer.shared().addresses();
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final String nobody = "nobody" + UUID.randomUUID().toString().substring(0, 8) + "@partner.example";

    @AfterEach
    void wellAgain() {
        service.fall("");
    }

    private ApiClient.Answer plan(String... invited) {
        return clara.post(
                "/api/v1/events",
                inviting(timed("Check", DAY, "10:00", "11:00"), invited).toString());
    }

    private long counted(String result) {
        return new Counters(FaultyServer.shared().server()).of("kalends_address_checks", result);
    }

    @Test
    void whoDoesNotExistIsNamedAndNothingIsStored() {
        service.refuse(nobody, "left the company");
        int before = items(clara.get("/api/v1/events?" + range(DAY, DAY.plusDays(1))))
                .size();
        var refused = plan("boris@kalends.test", nobody, "guest@partner.example");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:unknown-attendee");
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("attendees[1].address");
        assertThat(refused.body().at("/errors/0/message").asText()).isEqualTo("left the company");
        assertThat(refused.body().get("errors")).hasSize(1);
        assertThat(items(clara.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))))
                .hasSize(before);
        assertThat(service.asked().get(service.asked().size() - 1))
                .as("whom the directory knows is nobody's business")
                .contains(nobody)
                .doesNotContain("boris");

        var made = plan("guest@partner.example");
        assertThat(made.status()).isEqualTo(201);
        var path = "/api/v1/events/" + made.body().get("id").asText();
        var added = "{\"attendees\":[{\"address\":\"guest@partner.example\"},{\"address\":\"" + nobody + "\"}]}";
        assertThat(clara.patch(path, made.etag(), added).status()).isEqualTo(422);
        assertThat(clara.get(path).etag()).isEqualTo(made.etag());
        assertThat(clara.patch(path, made.etag(), "{\"title\":\"Unasked\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "hang", "no JSON", "{}", "{\"invalid\":[{\"address\":\"\"}]}", "[]"})
    void aServiceThatIsIllKeepsNobodyFromSaving(String mood) {
        service.refuse(nobody, "left the company");
        service.fall(mood);
        long before = counted("away");
        var begun = Instant.now();
        assertThat(plan(nobody).status()).isEqualTo(201);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(PATIENCE.multipliedBy(8));
        assertThat(counted("away")).isEqualTo(before + 1);
    }
}
