package org.kalends.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.timed;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.OutsideBroker;
import org.kalends.support.Person;

/** X30: mailboxes of one Exchange in the hands of two nodes, of which one dies, and then the other. */
@TestMethodOrder(OrderAnnotation.class)
class ExchangeNodesIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int THERE = 150;
    private static final int HERE = 30;

    private static ExchangeSim exchange;
    private static OutsideBroker broker;
    private static Nodes nodes;

    @BeforeAll
    static void start() throws Exception {
        exchange = ExchangeSim.started();
        broker = OutsideBroker.started();
        var own = List.of("--broker", broker.address());
        nodes = Nodes.started(own, own, environment());
        exchange.reaches(nodes.b().address());
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(exchange.ntlmEnvironment());
        environment.put("KALENDS_BROKER_USER", OutsideBroker.USER);
        environment.put("KALENDS_BROKER_PASSWORD", OutsideBroker.PASSWORD);
        environment.put("KALENDS_EXCHANGE_PATIENCE", "PT2S");
        environment.put("KALENDS_EXCHANGE_CALLBACK_FROM", "127.0.0.1, 10.20.0.0/16");
        environment.put("KALENDS_HTTP_TRUSTED_PROXIES", "127.0.0.1");
        return environment;
    }

    @AfterAll
    static void stop() {
        nodes.close();
        broker.close();
        exchange.close();
    }

    private static int rows(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(nodes.database());
                var row = connection.createStatement().executeQuery("select count(*) from " + question)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    @Order(1)
    void x30NoTwoWorkOnOneMailboxAtOnceAndWhatOneLeavesTheOtherTakesOver() throws Exception {
        var people = IntStream.range(0, 4)
                .mapToObj(i -> Person.on(nodes.b(), "shared", "en"))
                .toList();
        for (var person : people) {
            var mailbox = exchange.mailbox(person.address());
            IntStream.range(0, THERE).forEach(i -> mailbox.holding(item("There " + i, i)));
        }
        var list = people.stream().map(Person::address).collect(Collectors.joining("\",\""));
        var admin = ApiClient.loggedIn(nodes.b(), "admin");
        admin.post("/api/v1/admin/exchange/migrations", "{\"mailboxes\":[\"" + list + "\"]}");
        await().atMost(LONG).until(() -> rows("ews_map") >= THERE);
        nodes.a().kill();
        await().atMost(LONG).until(() -> rows("ews_job where state = 'DONE'") == people.size());
        assertThat(rows("ews_map")).isEqualTo(people.size() * THERE);

        nodes.a().start();
        for (var person : people) {
            for (int i = 0; i < HERE; i++) person.plan(timed("Here " + i, day(i), "15:00", "16:00"));
        }
        int before = exchange.writes();
        admin.post("/api/v1/admin/exchange/subscriptions", "{\"mailboxes\":[\"" + list + "\"]}");
        await().atMost(LONG).until(() -> exchange.writes() >= before + HERE);
        nodes.b().kill();
        await().atMost(LONG).until(() -> rows("ews_outbound") == 0);
        for (var person : people) {
            assertThat(exchange.mailbox(person.address()).items()).hasSize(THERE + HERE);
            assertThat(exchange.mostAtOnce(person.address())).isEqualTo(1);
        }
        assertThat(rows("calendar_object where uid in (select uid from ews_map)"))
                .isEqualTo(people.size() * (THERE + HERE));
        assertThat(exchange.mails()).isZero();
        assertThat(exchange.violations()).isEmpty();
    }

    @Test
    @Order(2)
    void callsFromElsewhereThanExchangesNetworksAreOfNobody() throws Exception {
        var person = Person.on(nodes.a(), "called", "en");
        exchange.mailbox(person.address());
        exchange.reaches(nodes.a().address());
        ApiClient.loggedIn(nodes.a(), "admin")
                .post("/api/v1/admin/exchange/subscriptions", "{\"mailboxes\":[\"" + person.address() + "\"]}");
        await().atMost(LONG).until(() -> exchange.calls(person.address()));
        await().atMost(LONG).until(() -> rows("ews_subscription where synced_at is null") == 0);
        assertThat(called(person, "10.20.7.7")).isEqualTo(200);
        assertThat(called(person, "198.51.100.7")).isEqualTo(404);
    }

    private static int called(Person person, String from) throws Exception {
        var call = HttpRequest.newBuilder(exchange.callback(person.address()))
                .header("X-Forwarded-For", from)
                .POST(BodyPublishers.ofString(exchange.notice(person.address())))
                .build();
        return HttpClient.newHttpClient().send(call, BodyHandlers.discarding()).statusCode();
    }

    @Test
    @Order(3)
    void anExchangeThatIsAwayIsToldAndLeavesTheNodeReady() {
        var probe = ApiClient.anonymous(nodes.a().address());
        assertThat(probe.get("/health/ready").raw().body()).contains("\"exchange\"", "\"reachable\"");
        exchange.close();
        var ready = probe.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.raw().body()).contains("degraded: moves and changes wait");
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 12, 1).plusDays(number % 28);
    }

    private static SimItem item(String title, int number) {
        return SimItem.named(title, day(number) + "T06:00:00Z", day(number) + "T07:00:00Z");
    }
}
