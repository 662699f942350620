package org.kalends.bench;

import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.timed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.OutsideBroker;
import org.kalends.support.Person;

/**
 * Kills in the middle of a move from Exchange, and of a mailbox that is made the same: ten of each, at seeded moments, of
 * what the argument says, {@code server} (all of {@code ./run}), {@code database} or {@code broker}. Fails if anything is
 * missing, there twice, or told to anybody.
 */
final class ExchangeKills {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String EXCHANGE = "/api/v1/admin/exchange/";
    private static final int TIMES = 10;
    private static final int THERE = 200;
    private static final int HERE = 50;

    private final ExchangeSim exchange;
    private final KalendsServer server;
    private final OutsideBroker broker;
    private final String what;

    private ExchangeKills(ExchangeSim exchange, KalendsServer server, OutsideBroker broker, String what) {
        this.exchange = exchange;
        this.server = server;
        this.broker = broker;
        this.what = what;
    }

    public static void main(String[] arguments) throws Exception {
        var broker = OutsideBroker.started();
        try (broker;
                var exchange = ExchangeSim.started();
                var server = KalendsServer.fresh(environment(exchange), "--broker", broker.address())) {
            var kills = new ExchangeKills(exchange, server, broker, arguments[0]);
            OUT.println(
                    "| killed | seed | moved | here | there | different there | mails |\n|---|---|---|---|---|---|---|");
            for (int seed = 1; seed <= TIMES; seed++) kills.once(seed);
        }
    }

    private static Map<String, String> environment(ExchangeSim exchange) {
        var environment = new HashMap<>(exchange.environment());
        environment.put("KALENDS_EXCHANGE_PATIENCE", "PT2S");
        environment.put("KALENDS_BROKER_USER", OutsideBroker.USER);
        environment.put("KALENDS_BROKER_PASSWORD", OutsideBroker.PASSWORD);
        return environment;
    }

    private void once(int seed) throws Exception {
        exchange.reaches(server.address());
        var random = new Random(seed);
        var person = Person.on(server, "killed", "en");
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, THERE).forEach(i -> mailbox.holding(item(i)));
        var list = "{\"mailboxes\":[\"" + person.address() + "\"]}";
        admin().post(EXCHANGE + "migrations", list);
        int taken = 1 + random.nextInt(THERE - 1);
        patiently().until(() -> rows(person, "ews_map") >= taken);
        kill();
        patiently().until(() -> rows(person, "ews_job where state = 'DONE' and") == 1);
        int moved = rows(person, "ews_map");

        for (int i = 0; i < HERE; i++) person.plan(timed("Here " + i, day(i), "15:00", "16:00"));
        int writes = exchange.writes() + 1 + random.nextInt(HERE - 1);
        admin().post(EXCHANGE + "subscriptions", list);
        patiently().until(() -> exchange.writes() >= writes);
        kill();
        patiently().until(() -> rows(person, "ews_outbound") == 0);
        var uids = new HashSet<String>();
        mailbox.items().forEach(item -> uids.add(item.content("UID")));
        int here = rows(person, "calendar_object");
        int there = mailbox.items().size();
        OUT.printf(
                "| %s | %d | %d | %d | %d | %d | %d |%n",
                what, seed, moved, here, there, uids.size(), exchange.mails());
        boolean whole =
                moved == THERE && List.of(here, there, uids.size()).stream().allMatch(n -> n == THERE + HERE);
        if (!whole || exchange.mails() > 0 || !exchange.violations().isEmpty())
            throw new IllegalStateException("seed " + seed + ": " + exchange.violations());
    }

    private ApiClient admin() {
        return patiently().until(() -> ApiClient.loggedIn(server, "admin"), found -> true);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }

    private void kill() throws Exception {
        switch (what) {
            case "server" -> {
                server.kill();
                server.start();
                exchange.reaches(server.address());
            }
            case "broker" -> {
                broker.kill();
                broker.start();
            }
            default -> killDatabase();
        }
    }

    /** The launcher starts it anew. */
    private void killDatabase() throws IOException {
        var pid = Files.readAllLines(server.data().resolve("postgresql/postmaster.pid"))
                .get(0);
        Optional.of(Long.parseLong(pid.strip())).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** @param table with a condition that goes on, if any */
    private int rows(Person person, String table) {
        var home = table.contains(" where ") ? " home_id = ?" : " where home_id = ?";
        return server.database().withHandle(handle -> handle.createQuery("select count(*) from " + table + home)
                .bind(0, UUID.fromString(person.id()))
                .mapTo(Integer.class)
                .one());
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 12, 1).plusDays(number % 28);
    }

    private static SimItem item(int number) {
        var day = day(number);
        return SimItem.named("There " + number, day + "T06:00:00Z", day + "T07:00:00Z");
    }
}
