package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.list;
import static org.kalends.support.Planning.range;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Partner;
import org.kalends.support.Partner.File;

/** An invitation by mail from its coming to its end, with the file that came with it; and one that nobody vouches for. */
class OutsideInvitationIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final LocalDate DAY = LocalDate.of(2028, 6, 5);
    private static final String EVA = "eva@kalends.test";
    private static final File AGENDA = new File("agenda.pdf", "application/pdf", "%PDF-1.7 the plan of the day");
    private static final File PICTURE = new File("pic.svg", "image/svg+xml", "<svg onload=\"alert(1)\"/>");

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient nobody = ApiClient.anonymous(server);
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final Partner partner = new Partner(server);
    private final String uid = UUID.randomUUID() + "@partner.test";
    private final String title = "Outside " + UUID.randomUUID();

    private String meeting(int sequence, String hour) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261125T00000" + sequence + "Z\nSEQUENCE:" + sequence
                + "\nDTSTART:20280605T" + hour + "0000Z\nDTEND:20280605T" + hour + "3000Z\nSUMMARY:" + title
                + "\nORGANIZER;CN=Paul:mailto:" + partner.address() + "\nATTENDEE;RSVP=TRUE:mailto:" + EVA
                + "\nEND:VEVENT";
    }

    private Optional<JsonNode> evas() {
        return items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                .filter(event -> event.get("title").asText().equals(title))
                .findFirst();
    }

    private String arrived() {
        await().atMost(SOON).until(() -> evas().isPresent());
        return "/api/v1/events/" + evas().orElseThrow().get("id").asText();
    }

    @Test
    void itAppearsWithItsFileIsAnsweredByMailAndFollowsUpdateAndCancellation() throws MessagingException {
        assertThat(partner.sends("REQUEST", EVA, meeting(0, "10"), AGENDA)).isEqualTo("applied");
        var event = arrived();
        var file = list(eva.get(event).body().get("attachments"));
        assertThat(file).singleElement().satisfies(one -> {
            assertThat(one.get("name").asText()).isEqualTo("agenda.pdf");
            assertThat(one.get("type").asText()).isEqualTo("application/pdf");
            assertThat(one.get("size").asInt()).isEqualTo(AGENDA.content().length());
        });
        var link = eva.post(event + "/attachments/" + file.get(0).get("id").asText() + "/link", "");
        assertThat(link.status()).as(link.raw().body()).isEqualTo(200);
        assertThat(nobody.get(link.body().get("url").asText()).raw().body()).isEqualTo(AGENDA.content());
        assertThat(eva.put(event + "/answer", "{\"status\":\"accepted\"}").status())
                .isEqualTo(200);
        var reply = partner.mailbox().await(title, 1).get(0);
        assertThat(Mailbox.method(reply)).isEqualTo("REPLY");
        assertThat(Mailbox.text(reply, "text/calendar").replace("\r\n ", ""))
                .contains("UID:" + uid)
                .containsPattern("ATTENDEE[^\n]*PARTSTAT=ACCEPTED[^\n]*mailto:" + EVA);
        assertThat(partner.sends("REQUEST", EVA, meeting(1, "12"))).isEqualTo("applied");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        evas().orElseThrow().at("/start/instant").asText())
                .isEqualTo("2028-06-05T12:00:00Z"));
        assertThat(partner.sends("CANCEL", EVA, meeting(2, "12"))).isEqualTo("applied");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(eva.get(event).body().get("status").asText()).isEqualTo("cancelled"));
    }

    @Test
    void itsFilesAreNamedInTheCalendarObjectAndReadByThoseWhoMayReadTheEvent() {
        assertThat(partner.sends("REQUEST", EVA, meeting(0, "14"), AGENDA, PICTURE))
                .isEqualTo("applied");
        var event = arrived();
        var object = "/dav/calendars/eva/default/" + event.replaceFirst(".*/", "") + ".ics";
        var text = DavClient.demo(server, "eva").get(object).body().replace("\r\n ", "");
        assertThat(text)
                .containsPattern("ATTACH;MANAGED-ID=[0-9a-f-]{36};FMTTYPE=application/pdf;SIZE="
                        + AGENDA.content().length() + ";FILENAME=agenda.pdf:http");
        var files = list(eva.get(event).body().get("attachments"));
        var picture = eva.post(event + "/attachments/" + files.get(1).get("id").asText() + "/link", "")
                .body()
                .get("url")
                .asText();
        var download = nobody.get(picture);
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.header("Content-Type")).startsWith("application/octet-stream");
        assertThat(download.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''pic.svg");
        var part = nobody.with(Map.of("Range", "bytes=1-3")).get(picture);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.raw().body()).isEqualTo("svg");
        assertThat(part.header("Content-Range"))
                .isEqualTo("bytes 1-3/" + PICTURE.content().length());
        assertThat(nobody.with(Map.of("Range", "bytes=-2")).get(picture).raw().body())
                .isEqualTo("/>");
        assertThat(nobody.with(Map.of("Range", "bytes=900-")).get(picture).status())
                .isEqualTo(416);
        var id = files.get(0).get("id").asText();
        var boris = ApiClient.loggedIn(server, "boris");
        assertThat(boris.post(event + "/attachments/" + id + "/link", "").status())
                .isEqualTo(404);
        assertThat(eva.post(event + "/attachments/" + UUID.randomUUID() + "/link", "")
                        .status())
                .isEqualTo(404);
        assertThat(nobody.get("/api/v1/attachments/nonsense").status()).isEqualTo(404);
        stolenByNamingIt(boris, id);
    }

    /** An id of somebody else's file in an event of one's own opens nothing. */
    private void stolenByNamingIt(ApiClient boris, String id) {
        var dav = DavClient.demo(server, "boris");
        var own = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//EN\nBEGIN:VEVENT\nUID:" + UUID.randomUUID()
                + "\nDTSTAMP:20261125T000000Z\nDTSTART:20280605T200000Z\nSUMMARY:Mine " + title + "\nATTACH;MANAGED-ID="
                + id + ":http://elsewhere.test/x\nEND:VEVENT\nEND:VCALENDAR\n";
        var path = "/dav/calendars/boris/default/" + UUID.randomUUID() + ".ics";
        assertThat(dav.put(path, own.replace("\n", "\r\n")).status()).isIn(201, 403);
        items(boris.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                .filter(event -> event.get("title").asText().equals("Mine " + title))
                .map(event -> "/api/v1/events/" + event.get("id").asText() + "/attachments/" + id + "/link")
                .forEach(link -> assertThat(boris.post(link, "").status()).isEqualTo(404));
    }

    private List<JsonNode> held() {
        return items(eva.get("/api/v1/mail/held")).stream()
                .filter(mail -> mail.get("title").asText().equals(title))
                .toList();
    }

    @Test
    void whoeverIsVouchedForByNobodyIsHeldUntilItsReaderTakesItOver() {
        var became = partner.sendsUnsigned("REQUEST", EVA, meeting(0, "16"), AGENDA);
        assertThat(became.get("result").asText()).isEqualTo("held");
        assertThat(held()).singleElement().satisfies(mail -> {
            assertThat(mail.get("sender").asText()).isEqualTo(partner.address());
            assertThat(mail.get("method").asText()).isEqualTo("request");
            assertThat(mail.at("/start/instant").asText()).isEqualTo("2028-06-05T16:00:00Z");
        });
        assertThat(evas()).isEmpty();
        var path = "/api/v1/mail/held/" + held().get(0).get("id").asText();
        var boris = ApiClient.loggedIn(server, "boris");
        assertThat(boris.post(path + "/take-over", "").status()).isEqualTo(404);
        assertThat(eva.post(path + "/take-over", "").status()).isEqualTo(204);
        var event = arrived();
        assertThat(eva.get(event).body().at("/attachments/0/name").asText()).isEqualTo("agenda.pdf");
        assertThat(held()).isEmpty();
        assertThat(eva.post(path + "/take-over", "").status()).isEqualTo(404);
    }

    @Test
    void whatIsHeldAndDroppedLeavesNothing() {
        partner.sendsUnsigned("REQUEST", EVA, meeting(0, "18"));
        var path = "/api/v1/mail/held/" + held().get(0).get("id").asText();
        assertThat(eva.withoutTag("DELETE", path, "").status()).isEqualTo(204);
        assertThat(held()).isEmpty();
        assertThat(eva.withoutTag("DELETE", path, "").status()).isEqualTo(404);
        assertThat(eva.post("/api/v1/mail/held/nonsense/take-over", "").status())
                .isIn(400, 404);
        assertThat(evas()).isEmpty();
    }
}
