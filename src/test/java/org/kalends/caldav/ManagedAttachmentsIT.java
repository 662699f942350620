package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.DavClient;
import org.kalends.support.DavClient.Answer;

/** Files that the server keeps for events of calendar programs (RFC 8607). */
class ManagedAttachmentsIT {

    private final OwnCalendar own = OwnCalendar.of("eva");
    private final String uid = newUid();
    private final String path = own.path() + "meeting.ics";

    private void stored(String more) {
        var put = own.put("meeting.ics", event(uid, "DTSTART:20320310T100000Z\nDURATION:PT1H\nSUMMARY:Files" + more));
        assertThat(put.status()).as(put.body()).isEqualTo(201);
    }

    private Answer act(String query, String content, String... headers) {
        return own.client().send("POST", path + "?action=" + query, content.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Answer added(String name, String content) {
        var answer = act(
                "attachment-add",
                content,
                "Content-Type",
                "text/plain",
                "Content-Disposition",
                "attachment; filename=\"" + name + "\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private String text() {
        return Member.unfolded(own.get("meeting.ics").body());
    }

    @Test
    void aFileIsAddedReplacedAndRemoved() {
        stored("");
        var first = added("agenda.txt", "First words");
        var id = first.header("Cal-Managed-ID");
        assertThat(first.etag()).isEqualTo(own.get("meeting.ics").etag());
        assertThat(text())
                .containsPattern("ATTACH;MANAGED-ID=" + id
                        + ";FMTTYPE=text/plain;SIZE=11;FILENAME=agenda.txt:http://[^\r\n]+/dav/attachments/" + id
                        + "/agenda.txt");
        var file = own.client().get("/dav/attachments/" + id + "/agenda.txt");
        assertThat(file.body()).isEqualTo("First words");
        assertThat(file.header("Content-Type")).isEqualTo("text/plain");
        var part = own.client().get("/dav/attachments/" + id + "/agenda.txt", "Range", "bytes=6-");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("words");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 6-10/11");
        assertThat(own.client()
                        .get("/dav/attachments/" + id + "/x", "Range", "bytes=99-")
                        .status())
                .isEqualTo(416);
        assertThat(own.client()
                        .get("/dav/attachments/" + id + "/x", "If-None-Match", file.etag())
                        .status())
                .isEqualTo(304);
        var head = own.client().send("HEAD", "/dav/attachments/" + id + "/agenda.txt", "");
        assertThat(head.header("Content-Length")).isEqualTo("11");
        assertThat(head.octets()).isEmpty();
        var changed = act(
                "attachment-update&managed-id=" + id,
                "Second",
                "Content-Disposition",
                "attachment; filename=b.txt",
                "Prefer",
                "return=representation");
        assertThat(changed.status()).isEqualTo(200);
        var second = changed.header("Cal-Managed-ID");
        assertThat(second).isNotEqualTo(id);
        assertThat(Member.unfolded(changed.body()))
                .contains("MANAGED-ID=" + second)
                .doesNotContain(id);
        assertThat(changed.header("Content-Location")).isEqualTo(path);
        assertThat(changed.etag()).isEqualTo(own.get("meeting.ics").etag());
        assertThat(own.client().get("/dav/attachments/" + id + "/agenda.txt").status())
                .isEqualTo(404);
        var removed = act("attachment-remove&managed-id=" + second, "");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(text()).doesNotContain("ATTACH");
    }

    @Test
    void aSingleInstanceHasAFileOfItsOwn() {
        stored("\nRRULE:FREQ=DAILY;COUNT=5");
        var one =
                act("attachment-add&rid=20320312T100000Z", "one", "Content-Disposition", "attachment;filename=one.txt");
        assertThat(one.status()).as(one.body()).isEqualTo(201);
        assertThat(Member.master(text())).doesNotContain("ATTACH");
        assertThat(Member.override(text(), "20320312T100000Z")).contains("FILENAME=one.txt");
        var master = act("attachment-add&rid=M", "all", "Content-Disposition", "attachment;filename=all.txt");
        assertThat(Member.master(text())).contains("FILENAME=all.txt");
        assertThat(Member.override(text(), "20320312T100000Z")).doesNotContain("FILENAME=all.txt");
        act("attachment-add", "both", "Content-Disposition", "attachment;filename=both.txt");
        assertThat(Member.master(text())).contains("FILENAME=both.txt");
        assertThat(Member.override(text(), "20320312T100000Z")).contains("FILENAME=both.txt");
        var id = one.header("Cal-Managed-ID");
        assertThat(act("attachment-remove&rid=20320312T100000Z&managed-id=" + id, "")
                        .status())
                .isEqualTo(204);
        assertThat(text()).doesNotContain("one.txt");
        assertThat(master.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "attachment-eat, C:valid-action",
        "attachment-add&rid=20320312T100000Z, C:valid-rid",
        "attachment-add&rid=tomorrow, C:valid-rid",
        "attachment-add&managed-id=x, C:valid-managed-id",
        "attachment-update, C:valid-managed-id",
        "attachment-update&managed-id=6b0e8b9e-7b5c-4f0e-9d57-8e1c6a0d2f11, C:valid-managed-id",
        "attachment-update&rid=M&managed-id=6b0e8b9e-7b5c-4f0e-9d57-8e1c6a0d2f11, C:valid-rid",
        "attachment-remove&managed-id=nonsense, C:valid-managed-id",
    })
    void whatCannotBeDoneIsRefusedByItsNameAndChangesNothing(String query, String precondition) {
        stored("");
        var before = own.get("meeting.ics");
        var refused = act(query, "x");
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo(precondition);
        assertThat(own.get("meeting.ics").etag()).isEqualTo(before.etag());
    }

    @Test
    void limitsAreToldAndKept() {
        stored("");
        var told = own.client()
                .propfind(
                        own.path(),
                        0,
                        "<C:managed-attachments-server-URL/><C:max-attachment-size/><C:max-attachments-per-resource/>");
        assertThat(told.text("//C:managed-attachments-server-URL/D:href")).isEqualTo("/dav/attachments/");
        assertThat(told.text("//C:max-attachment-size")).isEqualTo("26214400");
        assertThat(told.text("//C:max-attachments-per-resource")).isEqualTo("20");
        var large = own.client().send("POST", path + "?action=attachment-add", new byte[26_214_401]);
        assertThat(large.status()).isEqualTo(403);
        assertThat(large.precondition()).isEqualTo("C:max-attachment-size");
        for (int i = 0; i < 20; i++) added(i + ".txt", "x");
        assertThat(act("attachment-add", "x").precondition()).isEqualTo("C:max-attachments-per-resource");
        assertThat(act("attachment-add", "x", "If-Match", "\"old\"").status()).isEqualTo(412);
    }

    @Test
    void theInvitedAreToldAndReadItButBringNothingIn() {
        var dmitri = Member.of("dmitri");
        stored(
                "\nORGANIZER:mailto:eva@kalends.test\nATTENDEE:mailto:eva@kalends.test\nATTENDEE:mailto:dmitri@kalends.test");
        var sequence =
                text().lines().filter(line -> line.startsWith("SEQUENCE")).toList();
        var id = added("plan.txt", "Plan").header("Cal-Managed-ID");
        assertThat(text().lines().filter(line -> line.startsWith("SEQUENCE")).toList())
                .isEqualTo(sequence);
        await().atMost(Duration.ofSeconds(15)).until(() -> dmitri.copy(uid).contains(id));
        assertThat(dmitri.dav().get("/dav/attachments/" + id + "/plan.txt").body())
                .isEqualTo("Plan");
        var refused = dmitri.dav().send("POST", dmitri.href(uid) + "?action=attachment-add", "x");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(DavClient.demo(org.kalends.support.KalendsServer.shared(), "boris")
                        .get("/dav/attachments/" + id + "/plan.txt")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProgramCopiesFilesThatItsUserReadsAndNamesNoOthers() {
        stored("");
        var id = added("mine.txt", "Mine").header("Cal-Managed-ID");
        var line = text().lines()
                .filter(one -> one.startsWith("ATTACH"))
                .findFirst()
                .orElseThrow();
        var copied = own.put("copy.ics", event(newUid(), "DTSTART:20320311T100000Z\nDURATION:PT1H\n" + line));
        assertThat(copied.status()).as(copied.body()).isEqualTo(201);
        assertThat(own.client().delete(path).status()).isEqualTo(204);
        assertThat(own.client().get("/dav/attachments/" + id + "/mine.txt").body())
                .isEqualTo("Mine");
        var thief = OwnCalendar.of("boris");
        for (var named : new String[] {line, line.replace(id, UUID.randomUUID().toString()), line.replace(id, "x")}) {
            var refused = thief.put("theft.ics", event(newUid(), "DTSTART:20320311T100000Z\nDURATION:PT1H\n" + named));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.precondition()).isEqualTo("C:valid-managed-id-parameter");
        }
        assertThat(thief.client().get("/dav/attachments/" + id + "/mine.txt").status())
                .isEqualTo(404);
    }
}
