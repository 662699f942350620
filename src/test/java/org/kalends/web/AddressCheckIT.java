package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class AddressCheckIT {

    @Test
    void addressesOfTheOwnDomainThatNobodyHasAreRefusedAndNothingIsStored() {
        try (var server = KalendsServer.fresh(Map.of("KALENDS_EVENT_ADDRESS_CHECK", "true"))) {
            var anna = ApiClient.loggedIn(server, "anna");
            var day = LocalDate.of(2027, 3, 1);
            var typo = inviting(timed("Typo", day, "10:00", "11:00"), "boris@kalends.test", "borris@kalends.test");
            var refused = anna.post("/api/v1/events", typo.toString());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:unknown-attendee");
            assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("attendees[1].address");
            assertThat(items(anna.get("/api/v1/events?" + range(day, day.plusDays(1)))))
                    .isEmpty();
            var fine = inviting(timed("Fine", day, "10:00", "11:00"), "boris@kalends.test", "guest@example.org");
            assertThat(anna.post("/api/v1/events", fine.toString()).status()).isEqualTo(201);
        }
    }
}
