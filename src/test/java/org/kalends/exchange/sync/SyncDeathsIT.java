package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
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

/** Servers that die while a mailbox is made the same. */
class SyncDeathsIT {

    private static final String SUBSCRIPTIONS = "/api/v1/admin/exchange/subscriptions";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int THERE = 200;
    private static final int HERE = 100;

    private final ExchangeSim exchange = ExchangeSim.started();
    private final ScriptedRelay relay = ScriptedRelay.prepared().start();
    private final KalendsServer server = KalendsServer.fresh(environment(), "--smtp", relay.address());
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final Person person = Person.on(server, "dying", "en");

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

    private JsonNode subscription() {
        return admin.get(SUBSCRIPTIONS + "/" + person.address()).body();
    }

    private int rows(String table) {
        return server.database()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table + " where home_id = ?")
                        .bind(0, UUID.fromString(person.id()))
                        .mapTo(Integer.class)
                        .one());
    }

    private void restarted() throws Exception {
        server.kill();
        server.start();
        exchange.reaches(server.address());
    }

    @Test
    void x27x30AfterKillsBothSidesHaveEachEventOnceAndOneWorkedAtATime() throws Exception {
        exchange.reaches(server.address());
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, THERE).forEach(i -> mailbox.holding(item(i)));
        for (int i = 0; i < HERE; i++) {
            var day = LocalDate.of(2026, 12, 1).plusDays(i % 28);
            assertThat(person.plan(timed("Here " + i, day, "15:00", "16:00")).status())
                    .isEqualTo(201);
        }
        var begun = admin.post(SUBSCRIPTIONS, "{\"mailboxes\":[\"" + person.address() + "\"]}");
        assertThat(begun.body().get("refused")).isEmpty();
        var moments = new Random(30);
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> rows("ews_map") >= 100);
        restarted();
        int least = 10 + moments.nextInt(HERE / 2);
        await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> exchange.writes() >= least);
        restarted();
        await().atMost(LONG).untilAsserted(() -> assertThat(rows("ews_outbound"))
                .as(() -> subscription() + " " + exchange.violations())
                .isZero());
        await().atMost(LONG).until(() -> subscription().get("syncedAt").isTextual());

        assertThat(rows("calendar_object")).isEqualTo(THERE + HERE);
        assertThat(rows("ews_map")).isEqualTo(THERE + HERE);
        var uids = new HashSet<String>();
        mailbox.items().forEach(item -> uids.add(item.content("UID")));
        assertThat(mailbox.items()).hasSize(THERE + HERE);
        assertThat(uids).hasSize(THERE + HERE);
        assertThat(exchange.mostAtOnce(person.address())).isEqualTo(1);
        assertThat(exchange.mails()).isZero();
        assertThat(relay.read(person.address())).isEmpty();
        assertThat(exchange.violations()).isEmpty();
    }

    private static SimItem item(int number) {
        var day = "2026-12-%02d".formatted(number % 28 + 1);
        return SimItem.named("There " + number, day + "T06:00:00Z", day + "T07:00:00Z");
    }
}
