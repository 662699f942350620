package org.kalends.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.JmxConsole;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/**
 * How long a mailbox of 10,000 items takes, from the request to the end of the job, the simulator's time included; or a
 * hundred of 1,000, and what of the heap is in use meanwhile.
 */
public final class MigrationBench {

    private static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";
    private static final int ITEMS = 10_000;
    private static final int MAILBOXES = 100;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private MigrationBench() {}

    /** @param arguments {@code hundred} for a hundred mailboxes; none for one */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("hundred")) hundred();
        else one();
    }

    private static void hundred() throws Exception {
        try (var exchange = ExchangeSim.started();
                var server = KalendsServer.fresh(environment(exchange));
                var console = JmxConsole.of(server)) {
            var people = IntStream.range(0, MAILBOXES)
                    .mapToObj(i -> filled(server, exchange, ITEMS / 10))
                    .map(person -> "\"" + person.address() + "\"")
                    .collect(Collectors.joining(","));
            System.out.printf(
                    "| items | s | live heap |%n|---|---|---|%n| 0 | 0 | %d MiB |%n", console.liveHeap() >> 20);
            // only now: of one's many sessions the oldest end, and each person was made by one
            var admin = ApiClient.loggedIn(server, "admin");
            long begun = System.nanoTime();
            admin.post(MIGRATIONS, "{\"mailboxes\":[" + people + "]}");
            for (int least = ITEMS; least <= MAILBOXES * ITEMS / 10; least += ITEMS) {
                int wanted = least;
                Awaitility.await()
                        .atMost(LONGEST)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> taken(server) >= wanted);
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf("| %d | %.0f | %d MiB |%n", least, seconds, console.liveHeap() >> 20);
            }
        }
    }

    private static int taken(KalendsServer server) {
        return server.database().withHandle(handle -> handle.createQuery("select count(*) from ews_map")
                .mapTo(Integer.class)
                .one());
    }

    private static void one() {
        try (var exchange = ExchangeSim.started();
                var server = KalendsServer.fresh(environment(exchange))) {
            var admin = ApiClient.loggedIn(server, "admin");
            System.out.println("| run | items | s | items/s |\n|---|---|---|---|");
            Person last = null;
            for (var run : new String[] {"first", "second", "again, nothing changed"}) {
                var person = last != null && run.startsWith("again") ? last : filled(server, exchange, ITEMS);
                long begun = System.nanoTime();
                move(admin, person);
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf("| %s | %d | %.1f | %.0f |%n", run, ITEMS, seconds, ITEMS / seconds);
                last = person;
            }
        }
    }

    private static Map<String, String> environment(ExchangeSim exchange) {
        var environment = new HashMap<>(KalendsServer.LONG_LIVED);
        environment.putAll(exchange.environment());
        return environment;
    }

    private static Person filled(KalendsServer server, ExchangeSim exchange, int items) {
        var person = Person.on(server, "large", "en");
        var mailbox = exchange.mailbox(person.address());
        for (int i = 0; i < items; i++) {
            var day = LocalDate.of(2024, 1, 1).plusDays(i % 1_000);
            mailbox.holding(SimItem.named("Meeting " + i, day + "T06:00:00Z", day + "T07:00:00Z")
                    .saying("What is to be said of it. ".repeat(10)));
        }
        return person;
    }

    private static void move(ApiClient admin, Person person) {
        var id = admin.post(MIGRATIONS, "{\"mailboxes\":[\"" + person.address() + "\"]}")
                .body()
                .get("jobs")
                .get(0)
                .get("id")
                .asText();
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(200)).until(() -> admin.get(
                        MIGRATIONS + "/" + id)
                .body()
                .get("state")
                .asText()
                .equals("done"));
    }
}
