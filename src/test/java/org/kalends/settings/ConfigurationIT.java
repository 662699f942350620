package org.kalends.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
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
                "KALENDS_EVENT_ADDRESS_CHECK_FILE",
                check.toString(),
                "KALENDS_MAIL_PASSWORD_FILE",
                secret.toString(),
                "KALENDS_ATTACHMENTS_SCAN_COMMAND",
                scanner().toString(),
                "KALENDS_CALENDAR_QUOTA",
                "1"));
    }

    /** Finds what is called a virus, and cannot read what is called a riddle. */
    private static Path scanner() throws IOException {
        var script = Files.writeString(
                directory.resolve("scan"),
                """
                #!/bin/sh
                grep -q riddle "$1" && exit 2
                grep -q virus "$1" && exit 1
                exit 0
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
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

    @Test
    void aFileThatTheScanRefusesOrCannotReadIsNotKept() {
        var eva = ApiClient.loggedIn(server, "eva");
        var event = "/api/v1/events/"
                + eva.post(
                                "/api/v1/events",
                                timed("Scan", DAY, "12:00", "13:00").toString())
                        .body()
                        .get("id")
                        .asText();
        assertThat(uploaded(eva, event, "a virus").status()).isEqualTo(403);
        assertThat(uploaded(eva, event, "a virus").body().get("detail").asText())
                .contains("note.txt");
        assertThat(uploaded(eva, event, "a riddle").status()).isEqualTo(503);
        assertThat(eva.get(event).body().get("attachments")).isEmpty();
        assertThat(uploaded(eva, event, "clean").status()).isEqualTo(201);
    }

    private static ApiClient.Answer uploaded(ApiClient who, String event, String words) {
        return who.upload(event + "/attachments", "file", "note.txt", words.getBytes(StandardCharsets.UTF_8));
    }

    private static final String HOME = "/dav/calendars/clara/";

    private static String object(String component, String uid, int size) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//EN\r\nBEGIN:" + component
                + "\r\nUID:" + uid + "\r\nDTSTAMP:20261124T120000Z\r\nDTSTART:20270301T100000Z\r\n");
        for (int i = 0; i < size / 70; i++)
            text.append("X-LINE:").append("x".repeat(60)).append("\r\n");
        return text + "END:" + component + "\r\nEND:VCALENDAR\r\n";
    }

    private static long told(DavClient clara, String path, String property) {
        return Long.parseLong(clara.propfind(path, 0, "<" + property + "/>").text("//" + property));
    }

    private static long stored() {
        return server.database().withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(octet_length(o.ical)), 0) from calendar_object o"
                                + " join principal p on p.id = o.home_id where p.login = 'clara'")
                .mapTo(Long.class)
                .one());
    }

    /** RFC 4331. */
    @Test
    void aHomeThatIsFullTakesNoMoreFromItsOwnerAndAllThatOthersSend() {
        var dav = DavClient.demo(server, "clara");
        var clara = ApiClient.loggedIn(server, "clara");
        var calendar = HOME + "default/";
        assertThat(told(dav, HOME, "D:quota-used-bytes")).isEqualTo(stored());
        assertThat(told(dav, HOME, "D:quota-available-bytes")).isEqualTo((1 << 20) - stored());
        for (int i = 0; i < 3; i++) {
            assertThat(dav.put(calendar + i, object("VEVENT", "u" + i, 300_000)).status())
                    .isEqualTo(201);
        }
        assertThat(dav.put(calendar + 0, object("VEVENT", "u0", 200_000)).status())
                .isEqualTo(204);
        assertThat(told(dav, HOME, "D:quota-used-bytes")).isEqualTo(stored());
        assertThat(told(dav, calendar, "D:quota-used-bytes")).isEqualTo(stored());
        for (var component : new String[] {"VEVENT", "VTODO"}) {
            var refused = dav.put(calendar + "more", object(component, "more", 400_000));
            assertThat(refused.status()).as(component).isEqualTo(507);
            assertThat(refused.precondition()).isEqualTo("D:quota-not-exceeded");
            assertThat(dav.get(calendar + "more").status()).isEqualTo(404);
        }
        var small = clara.post(
                "/api/v1/events", timed("Small", DAY, "10:00", "11:00").toString());
        assertThat(small.status()).isEqualTo(201);
        var upload = clara.upload(small.header("Location") + "/attachments", "file", "x.bin", new byte[400_000]);
        assertThat(upload.status()).isEqualTo(507);
        assertThat(upload.body().get("type").asText()).isEqualTo("urn:kalends:problem:quota-exceeded");
        var large = timed("Long", DAY, "10:00", "11:00").put("description", "x".repeat(60_000));
        int status = 201;
        for (int i = 0; i < 12 && status == 201; i++) {
            status = clara.post("/api/v1/events", large.toString()).status();
        }
        assertThat(status).isEqualTo(507);
        assertThat(told(dav, HOME, "D:quota-used-bytes")).isEqualTo(stored()).isLessThanOrEqualTo(1 << 20);
        var sent = inviting(timed("From anna", DAY.plusDays(1), "10:00", "11:00"), "clara@kalends.test")
                .put("description", "x".repeat(60_000));
        assertThat(ApiClient.loggedIn(server, "anna")
                        .post("/api/v1/events", sent.toString())
                        .status())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> items(clara.get("/api/v1/events?" + range(DAY.plusDays(1), DAY.plusDays(2))))
                                .size()
                        == 1);
        assertThat(told(dav, HOME, "D:quota-used-bytes")).isEqualTo(stored());
        assertThat(dav.delete(calendar + 1).status()).isEqualTo(204);
        assertThat(told(dav, HOME, "D:quota-used-bytes")).isEqualTo(stored());
    }
}
