package org.kalends.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

/** Files of events over REST: brought in by the organizer, read by whoever reads the event. */
class AttachmentsIT {

    private static final KalendsServer SERVER = KalendsServer.shared();
    private static final ApiClient CLARA = ApiClient.loggedIn(SERVER, "clara");
    private static final ApiClient EVA = ApiClient.loggedIn(SERVER, "eva");
    private static final ApiClient DMITRI = ApiClient.loggedIn(SERVER, "dmitri");
    private static final LocalDate DAY = LocalDate.of(2032, 5, 3);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    private String event = "";

    private static String planned(ObjectNode draft) {
        var made = CLARA.post("/api/v1/events?notify=none", draft.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return "/api/v1/events/" + made.body().get("id").asText();
    }

    @BeforeEach
    void aMeeting() {
        event = planned(inviting(timed("Files " + UUID.randomUUID(), DAY, "10:00", "11:00"), "eva@kalends.test"));
    }

    private ApiClient.Answer upload(String name, byte[] content) {
        return CLARA.upload(event + "/attachments", "file", name, content);
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode files(ApiClient who, String event) {
        return who.get(event).body().get("attachments");
    }

    private static ApiClient.Answer downloaded(ApiClient who, String event, String file) {
        var link = who.post(event + "/attachments/" + file + "/link", "");
        return link.status() == 200
                ? ApiClient.anonymous(SERVER).get(link.body().get("url").asText())
                : link;
    }

    @Test
    void whatTheOrganizerBringsInIsReadByTheInvitedAndByNobodyElse() {
        var made = upload("Протокол.txt", text("Agenda"));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var id = made.body().get("id").asText();
        assertThat(made.header("Location")).endsWith(event + "/attachments/" + id);
        assertThat(made.body().get("eventEtag").asText())
                .isEqualTo(CLARA.get(event).etag().replace("\"", ""));
        assertThat(files(CLARA, event)).singleElement().satisfies(file -> {
            assertThat(file.get("name").asText()).isEqualTo("Протокол.txt");
            assertThat(file.get("type").asText()).isEqualTo("text/plain");
            assertThat(file.get("size").asLong()).isEqualTo(6);
        });
        var copy = new String[1];
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var found = items(EVA.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                    .filter(one -> one.get("uid")
                            .asText()
                            .equals(CLARA.get(event).body().get("uid").asText()))
                    .findFirst();
            copy[0] =
                    found.map(one -> "/api/v1/events/" + one.get("id").asText()).orElse("");
            return found.isPresent() && files(EVA, copy[0]).size() == 1;
        });
        var read = downloaded(EVA, copy[0], id);
        assertThat(read.raw().body()).isEqualTo("Agenda");
        assertThat(read.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''%D0%9F");
        assertThat(DavClient.demo(SERVER, "eva")
                        .get("/dav/attachments/" + id + "/x")
                        .body())
                .isEqualTo("Agenda");
        assertThat(downloaded(DMITRI, event, id).status()).isEqualTo(404);
        assertThat(downloaded(DMITRI, copy[0], id).status()).isEqualTo(404);
        assertThat(DavClient.demo(SERVER, "dmitri")
                        .get("/dav/attachments/" + id + "/x")
                        .status())
                .isEqualTo(404);
        var refused = EVA.upload(copy[0] + "/attachments", "file", "mine.txt", text("Mine"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(DMITRI.upload(event + "/attachments", "file", "mine.txt", text("x"))
                        .status())
                .isEqualTo(404);
        assertThat(CLARA.withoutTag("DELETE", event + "/attachments/" + id, "").status())
                .isEqualTo(204);
        assertThat(files(CLARA, event)).isEmpty();
        assertThat(downloaded(CLARA, event, id).status()).isEqualTo(404);
        assertThat(CLARA.withoutTag("DELETE", event + "/attachments/" + id, "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\x\\report.txt, report.txt",
        "..., file",
        "'', file",
    })
    void namesLoseWhatIsDangerousInThem(String said, String kept) {
        assertThat(upload(said, text("x")).body().get("name").asText()).isEqualTo(kept);
    }

    @Test
    void aNameOfFourThousandLettersIsCut() {
        var name =
                upload("n".repeat(4_000) + ".txt", text("x")).body().get("name").asText();
        assertThat(name).hasSize(200).endsWith(".txt");
    }

    @Test
    void theTypeIsWhatStandsInTheFileAndPagesAreNeverServedAsSuch() {
        var page = upload("photo.png", text("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        assertThat(page.body().get("type").asText()).isEqualTo("text/html");
        var read = downloaded(CLARA, event, page.body().get("id").asText());
        assertThat(read.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Security-Policy")).contains("sandbox");
        assertThat(upload("noname", PNG).body().get("type").asText()).isEqualTo("image/png");
    }

    @Test
    void onlyPicturesAndDocumentsAreShownAndOnlyWhereThatIsAskedFor() {
        var pdf = text("%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
        assertThat(shown("plan.png", PNG, "?preview=true")).startsWith("inline;");
        assertThat(shown("plan.pdf", pdf, "?preview=true")).startsWith("inline;");
        assertThat(shown("plan.pdf", pdf, "")).startsWith("attachment;");
        assertThat(shown("plan.pdf", pdf, "?preview=yes")).startsWith("attachment;");
        assertThat(shown("plan.png", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "?preview=true"))
                .startsWith("attachment;");
        assertThat(shown("plan.pdf", text("<html><body>x</body></html>"), "?preview=true"))
                .startsWith("attachment;");
    }

    private String shown(String name, byte[] content, String how) {
        var id = upload(name, content).body().get("id").asText();
        var url = CLARA.post(event + "/attachments/" + id + "/link", "")
                .body()
                .get("url")
                .asText();
        var answer = ApiClient.anonymous(SERVER).get(url + how);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        return answer.header("Content-Disposition");
    }

    @Test
    void whatIsTooLargeTooManyOrNoFileIsRefusedAndNothingIsChanged() {
        var large = upload("large.bin", new byte[25 * 1024 * 1024 + 1]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.body().get("type").asText()).isEqualTo("urn:kalends:problem:too-large");
        assertThat(upload("huge.bin", new byte[27 * 1024 * 1024]).status()).isEqualTo(413);
        var other = CLARA.upload(event + "/attachments", "picture", "x.txt", text("x"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body().at("/errors/0/field").asText()).isEqualTo("file");
        assertThat(CLARA.post(event + "/attachments", "{}").status()).isEqualTo(415);
        var broken = CLARA.postAs("multipart/form-data; boundary=x", event + "/attachments", "--x\r\nnonsense");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(files(CLARA, event)).isEmpty();
        for (int i = 0; i < 20; i++)
            assertThat(upload(i + ".txt", text("x")).status()).isEqualTo(201);
        var more = upload("20.txt", text("x"));
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.body().get("detail").asText()).contains("20 files");
        assertThat(files(CLARA, event)).hasSize(20);
    }

    @Test
    void aFileOfOneInstanceIsNotOneOfTheOthersAndAPartThatIsSplitOffKeepsThem() {
        var series = timed("Series", DAY, "12:00", "13:00");
        series.putArray("recurrence").add("RRULE:FREQ=DAILY;COUNT=6");
        event = planned(series);
        var all = upload("all.txt", text("all")).body().get("id").asText();
        var third = "2032-05-05T09:00:00Z";
        var one = CLARA.upload(event + "/attachments?instance=" + third, "file", "one.txt", text("one"));
        assertThat(one.status()).as(one.raw().body()).isEqualTo(201);
        assertThat(names(event)).containsExactly("all.txt");
        assertThat(names(event + "?instance=" + third)).containsExactly("all.txt", "one.txt");
        assertThat(CLARA.upload(event + "/attachments?instance=2032-05-05T10:00:00Z", "file", "x", text("x"))
                        .status())
                .isEqualTo(404);
        var more = upload("more.txt", text("more"));
        assertThat(names(event + "?instance=" + third)).containsExactly("all.txt", "one.txt", "more.txt");
        assertThat(CLARA.withoutTag(
                                "DELETE",
                                event + "/attachments/" + more.body().get("id").asText(),
                                "")
                        .status())
                .isEqualTo(204);
        assertThat(names(event + "?instance=" + third)).containsExactly("all.txt", "one.txt");
        var later = CLARA.patch(
                event + "?scope=following&instance=2032-05-06T09:00:00Z",
                CLARA.get(event).etag(),
                "{\"title\":\"Later\"}");
        assertThat(later.status()).as(later.raw().body()).isEqualTo(200);
        var split = "/api/v1/events/" + later.body().get("id").asText();
        assertThat(split).isNotEqualTo(event);
        assertThat(downloaded(CLARA, split, all).raw().body()).isEqualTo("all");
    }

    private static List<String> names(String event) {
        return files(CLARA, event).findValuesAsText("name");
    }

    @Test
    void aVersionThatIsGoneAndALockOfAnotherStopIt() {
        var tag = CLARA.get(event).etag();
        assertThat(CLARA.patch(event, tag, "{\"title\":\"New\"}").status()).isEqualTo(200);
        var stale = CLARA.withoutTag("DELETE", event + "/attachments/" + UUID.randomUUID(), "");
        assertThat(stale.status()).isEqualTo(404);
        assertThat(CLARA.delete(event + "/attachments/" + UUID.randomUUID(), tag)
                        .status())
                .isEqualTo(412);
    }
}
