package org.kalends.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.ExchangeSim.Mood;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.Distribution;
import org.kalends.support.JmxConsole;
import org.kalends.support.Mailbox;
import org.kalends.support.PayaraServer;

/** The distribution on a Payara Server, from an empty database to a meeting and out again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PayaraServerIT {

    private static final LocalDate DAY = LocalDate.of(2029, 2, 5);
    private static final String MOVES = "type=ExchangeMigration";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static GreenMail relay;
    private static ExchangeSim exchange;
    private static PayaraServer payara;
    private static Path distribution;

    @BeforeAll
    static void install() throws Exception {
        distribution = Distribution.unpackedInto(folder);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_prepared_transactions", "100")
                .start();
        protectDatabase();
        relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        relay.start();
        exchange = ExchangeSim.started();
        payara = PayaraServer.below(Files.createDirectory(folder.resolve("domains")));
        payara.script(distribution, "install", settings().toString());
    }

    /** With a password that has every character that asadmin takes for its own. */
    private static void protectDatabase() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role kalends login password 'a:b=c\\d\"e $f'");
            statement.execute("create database kalends owner kalends");
            try (var row = statement.executeQuery("select current_setting('hba_file')")) {
                row.next();
                Files.writeString(
                        Path.of(row.getString(1)),
                        "host kalends kalends 127.0.0.1/32 scram-sha-256\n"
                                + "host postgres postgres 127.0.0.1/32 trust\n");
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    private static Path settings() throws Exception {
        var database = Files.writeString(folder.resolve("database-password"), "a:b=c\\d\"e $f");
        var admin = Files.writeString(folder.resolve("admin-password"), "very first\n");
        var text = Files.readString(distribution.resolve("kalends.properties"))
                .replaceAll(
                        "(?m)^database.url=.*",
                        "database.url=jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/kalends")
                .replaceAll("(?m)^database.password-file=.*", "database.password-file=" + database)
                .replaceAll("(?m)^kalends.base-url=.*", "kalends.base-url=" + payara.address())
                .replaceAll(
                        "(?m)^kalends.mail.port=.*",
                        "kalends.mail.port=" + relay.getSmtp().getPort())
                .replaceAll("(?m)(first-admin.password-file)=.*", "$1=" + admin);
        return Files.writeString(
                folder.resolve("my.properties"), text + "kalends.mail.undo=PT1S\n" + exchange.tokenSettings());
    }

    @AfterAll
    static void stop() throws Exception {
        payara.close();
        relay.stop();
        exchange.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void whoIsLetInFirstMakesPeopleWhoPlanAMeetingThatReachesCopiesAndMail() {
        var admin = ApiClient.loggedIn(payara.address(), "admin", "very first");
        for (var login : List.of("anna", "boris")) {
            var person = ApiClient.JSON.createObjectNode().put("login", login).put("name", login);
            person.put("address", login + "@example.org").put("password", "a long password");
            assertThat(admin.post("/api/v1/admin/users", person.toString()).status())
                    .isEqualTo(201);
        }
        var anna = person("anna");
        var meeting =
                inviting(timed("On the big server", DAY, "10:00", "11:00"), "boris@example.org", "guest@example.net");
        assertThat(anna.post("/api/v1/events", meeting.toString()).status()).isEqualTo(201);

        var boris = person("boris");
        await().atMost(SOON)
                .until(() -> items(boris.get("/api/v1/events?" + range(DAY, DAY.plusDays(1))))
                                .size()
                        == 1);
        await().atMost(SOON).until(() -> relay.getReceivedMessages().length >= 2);
        assertThat(relay.getReceivedMessages()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getSubject()).contains("On the big server");
            assertThat(Mailbox.method(mail)).isEqualTo("REQUEST");
        });
        assertThat(Arrays.stream(relay.getReceivedMessages()).map(PayaraServerIT::to))
                .containsExactlyInAnyOrder("boris@example.org", "guest@example.net");
    }

    @Test
    @Order(2)
    void everyPartOfTheApplicationAnswers() {
        var nobody = ApiClient.anonymous(payara.address());
        assertThat(nobody.get("/health/ready").status()).isEqualTo(200);
        assertThat(nobody.get("/metrics").raw().body()).contains("kalends_outbox");
        assertThat(nobody.get("/demo/mail/").status()).isEqualTo(404);
        assertThat(nobody.get("/rsvp/none").status()).isEqualTo(404);
        assertThat(nobody.get("/jolokia/version").status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void calendarProgramsFindWhoTheyAreAndTheMeeting() {
        var made = person("boris").post("/api/v1/app-passwords", "{\"name\":\"phone\",\"scope\":\"caldav\"}");
        assertThat(made.status()).isEqualTo(201);
        var phone = DavClient.of(
                payara.address(), "boris", made.body().get("secret").asText());
        var found = phone.propfind("/dav/", 0, "<D:current-user-principal/>");
        assertThat(found.status()).isEqualTo(207);
        assertThat(found.text("//D:current-user-principal/D:href")).isEqualTo("/dav/principals/users/boris/");
        var home = phone.propfind("/dav/calendars/boris/default/", 1, "<D:getetag/>");
        assertThat(home.texts("//D:response/D:href")).anyMatch(href -> href.endsWith(".ics"));
    }

    @Test
    @Order(4)
    void mailboxesOfExchangeAreMovedFromAConsole() throws Exception {
        exchange.mailbox("anna@example.org")
                .holding(SimItem.named("Moved", "2029-03-01T06:00:00Z", "2029-03-01T07:00:00Z"));
        try (var console = JmxConsole.of(payara)) {
            exchange.is(Mood.BUSY);
            var anna = begun(console, "anna@example.org");
            when(console, anna, "WAITING");
            console.ask(MOVES, "pause", anna);
            assertThat(state(console, anna)).isEqualTo("PAUSED");
            exchange.is(Mood.WELL);
            console.ask(MOVES, "resume", anna);
            when(console, anna, "DONE");
            var boris = begun(console, "boris@example.org");
            when(console, boris, "FAILED");
            exchange.mailbox("boris@example.org");
            console.ask(MOVES, "retry", boris);
            when(console, boris, "DONE");
        }
        var day = LocalDate.of(2029, 3, 1);
        assertThat(items(person("anna").get("/api/v1/events?" + range(day, day.plusDays(1))))
                        .get(0)
                        .get("title")
                        .asText())
                .isEqualTo("Moved");
        assertThat(exchange.violations()).isEmpty();
    }

    private static String begun(JmxConsole console, String mailbox) throws Exception {
        var lines = (String[]) console.ask(MOVES, "startMigration", false, mailbox, "", "");
        return lines[0].substring(lines[0].indexOf(": ") + 2);
    }

    private static String state(JmxConsole console, String job) throws Exception {
        return ((CompositeData) console.ask(MOVES, "job", job)).get("state").toString();
    }

    private static void when(JmxConsole console, String job, String state) {
        await().atMost(SOON).until(() -> state(console, job).equals(state));
    }

    @Test
    @Order(5)
    void aKilledServerComesBackWithAllThatItHad() throws Exception {
        payara.asadmin(
                "set-log-attributes",
                "com.sun.enterprise.server.logging.GFFileHandler.formatter="
                        + "fish.payara.enterprise.server.logging.JSONLogFormatter");
        payara.kill();
        payara.asadmin("start-domain");
        var nobody = ApiClient.anonymous(payara.address());
        // not the probe first: it answers before the applications do, and disturbs their start
        for (var application : List.of("/api/v1/session", "/dav/")) {
            await().atMost(Duration.ofMinutes(4))
                    .ignoreExceptions()
                    .until(() -> nobody.get(application).status() == 401);
        }
        assertThat(nobody.get("/health/ready").status()).isEqualTo(200);
        var boris = person("boris");
        assertThat(items(boris.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void sinceItsRestartTheLogIsOfJsonAsItWasAskedFor() throws IOException {
        ApiClient.anonymous(payara.address())
                .with(Map.of("X-Request-Id", "json-please"))
                .get("/api/v1/session");
        var line = await().atMost(SOON)
                .until(
                        () -> payara.log()
                                .lines()
                                .filter(text -> text.startsWith("{") && text.contains("json-please"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(ApiClient.JSON.readTree(line).get("requestId").asText()).isEqualTo("json-please");
    }

    @Test
    @Order(7)
    void removingLeavesNothingInTheDomainAndAllInTheDatabase() throws Exception {
        payara.script(distribution, "remove");
        assertThat(payara.asadmin("list-applications")).contains("No applications are deployed");
        assertThat(payara.configuration()).doesNotContain("kalends");
        assertThat(ApiClient.anonymous(payara.address()).get("/api/v1/session").status())
                .isEqualTo(404);
        try (var connection = postgres.getDatabase("postgres", "postgres").getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from pg_prepared_xacts")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private static ApiClient person(String login) {
        return ApiClient.loggedIn(payara.address(), login, "a long password");
    }

    private static String to(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
