package org.kalends.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.DiskGate;
import org.kalends.support.DiskGate.Mood;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.SharedDisk;

/** Files on a WebDAV disk that wants OAuth, with Apache's mod_dav behind the way into it. */
class DiskIT {

    private static final LocalDate DAY = LocalDate.of(2032, 6, 7);

    @RegisterExtension
    static final SharedDisk DISK = new SharedDisk();

    private final KalendsServer server = FaultyServer.shared().server();
    private final DiskGate gate = FaultyServer.shared().disk();
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final String words = "Agenda " + UUID.randomUUID();
    private String event = "";

    @BeforeEach
    void aMeeting() {
        var draft = inviting(timed("Files " + UUID.randomUUID(), DAY, "10:00", "11:00"), "eva@kalends.test");
        event = "/api/v1/events/"
                + clara.post("/api/v1/events?notify=none", draft.toString())
                        .body()
                        .get("id")
                        .asText();
    }

    @AfterEach
    void wellAgain() {
        gate.fall(Mood.WELL);
    }

    private ApiClient.Answer upload(String content) {
        return clara.upload(event + "/attachments", "file", "agenda.txt", content.getBytes(StandardCharsets.UTF_8));
    }

    private String link(String file) {
        var link = clara.post(event + "/attachments/" + file + "/link", "");
        assertThat(link.status()).isEqualTo(200);
        return link.body().get("url").asText();
    }

    private static List<String> kept() throws IOException {
        try (var all = Files.walk(DISK.files())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> DISK.files().relativize(file).toString())
                    .filter(name -> !name.contains(".DAV"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileLiesThereAndIsReadByALinkInParts() throws IOException {
        int before = kept().size();
        var made = upload(words);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(kept()).hasSize(before + 1).noneMatch(name -> name.startsWith("writing"));
        assertThat(upload(words).status()).as("the same octets are kept once").isEqualTo(201);
        assertThat(kept()).hasSize(before + 1);

        var anybody = ApiClient.anonymous(server);
        var url = link(made.body().get("id").asText());
        assertThat(anybody.get(url).raw().body()).isEqualTo(words);
        var part = anybody.with(Map.of("Range", "bytes=7-10")).get(url);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.raw().body()).isEqualTo(words.substring(7, 11));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 7-10/" + words.length());

        var stranger = ApiClient.loggedIn(server, "dmitri");
        assertThat(stranger.post(event + "/attachments/" + made.body().get("id").asText() + "/link", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProgramAddsAnotherAndReadsIt() {
        var dav = DavClient.of(server, "clara", "demo");
        var object = "/dav/calendars/clara/default/" + event.substring(event.lastIndexOf('/') + 1) + ".ics";
        var added = dav.send(
                "POST",
                object + "?action=attachment-add",
                words,
                "Content-Type",
                "text/plain",
                "Content-Disposition",
                "attachment;filename=minutes.txt");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var file = clara.get(event).body().at("/attachments/0");
        assertThat(file.get("name").asText()).isEqualTo("minutes.txt");
        assertThat(ApiClient.anonymous(server)
                        .get(link(file.get("id").asText()))
                        .raw()
                        .body())
                .isEqualTo(words);
    }

    @Test
    void aTokenThatHasEndedIsReplaced() {
        assertThat(upload(words).status()).isEqualTo(201);
        gate.endTokens();
        assertThat(upload("more " + words).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "AWAY, 503, does not answer",
        "SLOW, 503, does not answer",
        "DISTRUSTFUL, 503, does not let us in",
        "BROKEN, 503, answers HTTP 500",
        "FULL, 507, is full"
    })
    void aDiskThatIsIllSaysSoAndLosesNothing(Mood mood, int status, String said) throws IOException {
        var made = upload(words).body().get("id").asText();
        var url = link(made);
        var named = clara.get(event).body().get("attachments");
        var before = kept();
        gate.fall(mood);

        var refused = upload("other " + words);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
        assertThat(refused.body().get("detail").asText()).contains(said);
        assertThat(clara.get(event).body().get("attachments")).isEqualTo(named);
        var read = ApiClient.anonymous(server).get(url);
        assertThat(read.status()).isEqualTo(status);

        gate.fall(Mood.WELL);
        assertThat(kept()).isEqualTo(before);
        assertThat(ApiClient.anonymous(server).get(url).raw().body()).isEqualTo(words);
        assertThat(upload("other " + words).status()).isEqualTo(201);
    }

    @Test
    void withoutATokenNothingIsTried() {
        gate.endTokens();
        gate.fall(Mood.SPEECHLESS);
        assertThat(upload(words).status()).isEqualTo(503);
        gate.fall(Mood.WELL);
        assertThat(upload(words).status()).isEqualTo(201);
    }
}
