package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;
import org.kalends.support.ScriptedRelay;

/** A move of which the server dies in the middle, database and broker with it. */
class MigrationDeathsIT {

    private static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";
    private static final int ITEMS = 1_500;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final ExchangeSim exchange = ExchangeSim.started();
    private final ScriptedRelay relay = ScriptedRelay.prepared().start();
    private final KalendsServer server = KalendsServer.fresh(environment(), "--smtp", relay.address());

    private final ApiClient admin = ApiClient.loggedIn(server, "admin");

    @AfterEach
    void stop() {
        server.close();
        relay.close();
        exchange.close();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(exchange.environment());
        environment.put("KALENDS_EXCHANGE_PATIENCE", "PT2S");
        return environment;
    }

    private JsonNode job(String id) {
        return admin.get(MIGRATIONS + "/" + id).body();
    }

    private int seen(String id) {
        return job(id).get("counts").get("seen").asInt();
    }

    @Test
    void x02x15AfterAKillInAPageNothingIsDoubledOrMissingAndNobodyIsTold() throws Exception {
        var person = Person.on(server, "dying", "en");
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, ITEMS).forEach(i -> mailbox.holding(meeting(i, person)));
        var id = admin.post(MIGRATIONS, "{\"mailboxes\":[\"" + person.address() + "\"]}")
                .body()
                .get("jobs")
                .get(0)
                .get("id")
                .asText();
        var moments = new Random(2);
        for (int kill = 0; kill < 2; kill++) {
            int least = (kill * 6 + 1) * 100 + moments.nextInt(300);
            await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> seen(id) >= least);
            server.kill();
            server.start();
        }
        await().atMost(LONG).until(() -> job(id).get("state").asText().equals("done"));

        assertThat(job(id).get("counts").get("created").asInt()).isEqualTo(ITEMS);
        assertThat(seen(id)).isEqualTo(ITEMS);
        var rows = server.database();
        for (var table : new String[] {"ews_map", "calendar_object"}) {
            String counted = rows.withHandle(handle -> handle.createQuery(
                            "select count(distinct uid) || ' of ' || count(*) from " + table + " where home_id = ?")
                    .bind(0, UUID.fromString(person.id()))
                    .mapTo(String.class)
                    .one());
            assertThat(counted).as(table).isEqualTo(ITEMS + " of " + ITEMS);
        }
        assertThat(relay.read("guest@outside.test")).isEmpty();
        assertThat(relay.read(person.address())).isEmpty();
        assertThat(exchange.violations()).isEmpty();
    }

    /** With a guest from outside and a reminder, some of them over. */
    private static SimItem meeting(int number, Person organizer) {
        var day = "2026-%02d-%02d".formatted(number % 12 + 1, number % 28 + 1);
        return SimItem.named("Meeting " + number, day + "T06:00:00Z", day + "T07:00:00Z")
                .with("ReminderIsSet", "true")
                .with("ReminderMinutesBeforeStart", "15")
                .with("IsMeeting", "true")
                .with("MyResponseType", "Organizer")
                .with(
                        "Organizer",
                        "<t:Mailbox><t:EmailAddress>" + organizer.address() + "</t:EmailAddress></t:Mailbox>")
                .with(
                        "RequiredAttendees",
                        "<t:Attendee><t:Mailbox><t:EmailAddress>guest@outside.test</t:EmailAddress></t:Mailbox></t:Attendee>");
    }
}
