package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.EventStream;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

/** What a calendar program stores is the same event that the web shows, told to the same people. */
class OneEventEverywhereIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final LocalDate DAY = LocalDate.of(2028, 7, 3);

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient clara = DavClient.demo(server, "clara");
    private final ApiClient claraOnTheWeb = ApiClient.loggedIn(server, "clara");
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final String path = "/dav/calendars/clara/default/" + UUID.randomUUID() + ".ics";
    private final String uid = newUid();

    private String meeting(String summary, String hour) {
        return event(
                uid,
                "DTSTART:20280703T" + hour + "0000Z\nDURATION:PT1H\nSUMMARY:" + summary
                        + "\nORGANIZER;CN=Clara:mailto:clara@kalends.test"
                        + "\nATTENDEE;PARTSTAT=ACCEPTED:mailto:clara@kalends.test"
                        + "\nATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:eva@kalends.test"
                        + "\nATTENDEE;RSVP=TRUE:mailto:guest@elsewhere.test");
    }

    @Test
    void whatIsPutShowsLiveOnTheWebAndSendsTheSameMails() {
        var title = "By CalDAV " + UUID.randomUUID();
        String scheduleTag;
        String etag;
        try (var stream = EventStream.open(claraOnTheWeb.stream(""))) {
            await().atMost(SOON).until(() -> stream.text().contains("event: listening"));
            var made = clara.put(path, meeting(title, "10"));
            assertThat(made.status()).isEqualTo(201);
            scheduleTag = made.header("Schedule-Tag");
            etag = made.etag();
            assertThat(scheduleTag).startsWith("\"");
            await().atMost(SOON).until(() -> stream.text().contains("\"kind\":\"created\""));
        }
        assertThat(items(claraOnTheWeb.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))))
                .anyMatch(e -> e.get("title").asText().equals(title));
        assertThat(new Mailbox(server, "guest@elsewhere.test").await(title, 1)).hasSize(1);
        assertThat(new Mailbox(server, "eva@kalends.test").await(title, 1)).hasSize(1);
        var copy = await().atMost(SOON)
                .until(
                        () -> items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                                .filter(e -> e.get("title").asText().equals(title))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        var answered = eva.put("/api/v1/events/" + copy.get("id").asText() + "/answer", "{\"status\":\"accepted\"}");
        assertThat(answered.status()).isLessThan(300);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clara.get(path).body().replace("\r\n ", ""))
                        .containsPattern("ATTENDEE[^:]*PARTSTAT=ACCEPTED[^:]*:mailto:eva@kalends.test"));
        assertThat(clara.get(path).header("Schedule-Tag")).isEqualTo(scheduleTag);
        assertThat(clara.get(path).etag()).isNotEqualTo(etag);
        assertThat(clara.delete(path).status()).isEqualTo(204);
        assertThat(new Mailbox(server, "guest@elsewhere.test").await(title, 2)).hasSize(2);
    }

    @Test
    void whoEditsOnTheWebKeepsProgramsOfOthersOut() {
        var title = "Locked " + UUID.randomUUID();
        clara.put(path, meeting(title, "14"));
        var copy = await().atMost(SOON)
                .until(
                        () -> items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                                .filter(e -> e.get("title").asText().equals(title))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        eva.put("/api/v1/events/" + copy.get("id").asText() + "/edit-lock", "");
        var refused = clara.put(path, meeting(title, "15"));
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.precondition()).isEqualTo("D:lock-token-submitted");
        assertThat(refused.text("//D:responsedescription")).contains("Eva Novak");
        assertThat(clara.delete(path).status()).isEqualTo(423);
        eva.delete("/api/v1/events/" + copy.get("id").asText() + "/edit-lock", "*");
        assertThat(clara.put(path, meeting(title, "15")).status()).isEqualTo(204);
    }
}
