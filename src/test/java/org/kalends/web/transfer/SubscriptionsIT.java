package org.kalends.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.DavClient;
import org.kalends.support.FeedServer;
import org.kalends.support.KalendsServer;

/** Calendars that follow an address outside, over REST, against a server that really publishes them. */
class SubscriptionsIT {

    private static final String CALENDARS = "/api/v1/calendars/";
    private static final KalendsServer SERVER = KalendsServer.shared();

    private final ApiClient eva = ApiClient.loggedIn(SERVER, "eva");
    private final FeedServer feeds = FeedServer.start();
    private final String path = "/" + UUID.randomUUID() + ".ics";

    @AfterEach
    void stop() {
        feeds.close();
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261124T120000Z\n" + lines + "\nEND:VEVENT\n";
    }

    private static String calendar(String lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Other//EN\n" + lines + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static final String MEETING = event(
            "meeting@other.example",
            "DTSTART:20270303T100000Z\nDTEND:20270303T110000Z\nSUMMARY:Talk\nORGANIZER:mailto:boss@other.example\n"
                    + "ATTENDEE:mailto:eva@example.com\n"
                    + "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:d\nEND:VALARM");
    private static final String DAY =
            event("day@other.example", "DTSTART;VALUE=DATE:20270304\nSUMMARY:Spring day\nRRULE:FREQ=YEARLY");

    private String subscribe(String source) {
        var made = eva.post("/api/v1/calendars", "{\"source\":\"" + source + "\"}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.body().get("kind").asText()).isEqualTo("subscribed");
        return made.body().get("id").asText();
    }

    private JsonNode listed(String id) {
        return StreamSupport.stream(
                        eva.get("/api/v1/calendars").body().get("items").spliterator(), false)
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode readOf(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> listed(id), one -> one.get("subscription").hasNonNull("refreshedAt"));
    }

    private String problemOf(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> listed(id).get("subscription"), one -> one.hasNonNull("problem"))
                .get("problem")
                .asText();
    }

    private List<String> summaries(String id) {
        var found = eva.get("/api/v1/events?from=2027-03-01T00:00:00Z&to=2027-04-01T00:00:00Z&calendar=" + id);
        return StreamSupport.stream(found.body().get("items").spliterator(), false)
                .map(one -> one.get("title").asText())
                .sorted()
                .toList();
    }

    private JsonNode onlyEvent(String id) {
        return eva.get("/api/v1/events?from=2027-03-01T00:00:00Z&to=2027-04-01T00:00:00Z&calendar=" + id)
                .body()
                .get("items")
                .get(0);
    }

    @Test
    void showWhatTheirFeedHoldsUnderTheNameThatItGivesItself() {
        feeds.put(path, calendar("X-WR-CALNAME:Talks\\, and days\n" + MEETING + DAY));
        var id = subscribe(feeds.address(path));
        var read = readOf(id);
        assertThat(read.get("name").asText()).isEqualTo("Talks, and days");
        assertThat(read.get("subscription").get("source").asText()).isEqualTo(feeds.address(path));
        assertThat(summaries(id)).containsExactly("Spring day", "Talk");
        var exported = eva.get(CALENDARS + id + "/export.ics").raw().body();
        assertThat(exported).doesNotContain("VALARM", "ATTENDEE", "ORGANIZER", "meeting@other.example");
    }

    @Test
    void followTheirFeedWhenItChanges() {
        feeds.put(path, calendar(MEETING + DAY), "ETag", "\"one\"");
        var id = subscribe(feeds.address(path));
        readOf(id);
        feeds.put(path, calendar(MEETING.replace("Talk", "Long talk")), "ETag", "\"two\"");
        assertThat(eva.withoutTag("PATCH", CALENDARS + id, "{\"source\":\"" + feeds.address(path) + "\"}")
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(summaries(id)).containsExactly("Long talk"));
        assertThat(eva.get("/api/v1/trash").raw().body()).doesNotContain("Spring day");
    }

    @Test
    void areAskedForAgainByTheStateThatIsKnown() {
        feeds.put(path, calendar(DAY), "ETag", "\"one\"");
        var id = subscribe(feeds.address(path));
        readOf(id);
        SERVER.database()
                .useHandle(handle -> handle.execute(
                        "update subscription set tried_at = now() - interval '1 hour' where cal_id = ?::uuid", id));
        assertThat(eva.post(CALENDARS + id + "/refresh", "").status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(feeds.asked()).containsExactly(path, path + " unchanged"));
        assertThat(summaries(id)).containsExactly("Spring day");
    }

    @Test
    void takeNoEventsOfPeople() {
        feeds.put(path, calendar(MEETING));
        var id = subscribe(feeds.address(path));
        readOf(id);
        var made = eva.post(
                "/api/v1/events",
                "{\"calendarId\":\"" + id + "\",\"title\":\"Mine\",\"start\":{\"dateTime\":\"2027-03-05T10:00:00\","
                        + "\"timeZone\":\"UTC\"},\"end\":{\"dateTime\":\"2027-03-05T11:00:00\",\"timeZone\":\"UTC\"}}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(403);
        var event = onlyEvent(id);
        assertThat(event.get("canEdit").asBoolean()).isFalse();
        var at = "/api/v1/events/" + event.get("id").asText();
        var read = eva.get(at);
        assertThat(eva.patch(at, read.etag(), "{\"title\":\"Mine\"}").status()).isEqualTo(403);
        assertThat(eva.delete(at, read.etag()).status()).isEqualTo(403);
        assertThat(eva.put(at + "/edit-lock", "").status()).isEqualTo(403);
        assertThat(eva.postAs("text/calendar", CALENDARS + id + "/import", calendar(DAY))
                        .status())
                .isEqualTo(403);
        assertThat(summaries(id)).containsExactly("Talk");
    }

    @Test
    void areReadOnlyForThoseTheyAreSharedWith() {
        feeds.put(path, calendar(MEETING));
        var id = subscribe(feeds.address(path));
        readOf(id);
        var boris = ApiClient.loggedIn(SERVER, "boris");
        assertThat(eva.put(CALENDARS + id + "/shares/boris", "{\"level\":\"manage\"}")
                        .status())
                .isEqualTo(200);
        var seen = boris.get("/api/v1/calendars").body().get("items");
        var shared = StreamSupport.stream(seen.spliterator(), false)
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(shared.get("access").asText()).isEqualTo("read");
        assertThat(shared.get("subscription").isNull()).isTrue();
        assertThat(boris.post(CALENDARS + id + "/refresh", "").status()).isEqualTo(403);
        assertThat(boris.withoutTag("PATCH", CALENDARS + id, "{\"source\":\"https://example.org/x.ics\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leaveNothingBehindWhenTheyGo() {
        feeds.put(path, calendar(MEETING + DAY));
        var id = subscribe(feeds.address(path));
        readOf(id);
        assertThat(eva.withoutTag("DELETE", CALENDARS + id, "").status()).isEqualTo(204);
        assertThat(eva.get("/api/v1/trash").raw().body()).doesNotContain("Talk", "Spring day");
    }

    @Test
    void doNotTakeTheTimeOfWhoFollowsThem() {
        feeds.put(path, calendar(MEETING));
        var id = subscribe(feeds.address(path));
        readOf(id);
        var dav = DavClient.demo(SERVER, "eva");
        var uri = SERVER.database()
                .withHandle(handle -> handle.createQuery("select uri from calendar where cal_id = ?::uuid")
                        .bind(0, id)
                        .mapTo(String.class)
                        .one());
        assertThat(dav.propfind("/dav/calendars/eva/" + uri + "/", 0, "<C:schedule-calendar-transp/>")
                        .has("//C:transparent"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feed.ics",
                "ftp://example.org/feed.ics",
                "file:///etc/passwd",
                "https://",
                "https://user:word@example.org/feed.ics",
                "https://exa mple.org/feed.ics",
                "javascript:alert(1)",
                "http://127.1/feed.ics"
            })
    void beginWithAnAddress(String source) {
        var refused = eva.post("/api/v1/calendars", "{\"name\":\"x\",\"source\":\"" + source + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors").get(0).get("field").asText()).isEqualTo("source");
    }

    @Test
    void areNotMadeOfOtherCalendars() {
        var plain = eva.post("/api/v1/calendars", "{\"name\":\"Plain\"}")
                .body()
                .get("id")
                .asText();
        assertThat(eva.post(CALENDARS + plain + "/refresh", "").status()).isEqualTo(400);
        assertThat(eva.withoutTag("PATCH", CALENDARS + plain, "{\"source\":\"https://example.org/x.ics\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254"})
    void doNotLeadInside(String host) {
        var id = subscribe("http://" + host + ":" + feeds.port() + path);
        assertThat(problemOf(id)).isEqualTo("inside");
        assertThat(feeds.asked()).isEmpty();
    }

    @Test
    void doNotLeadInsideByWayOfARedirect() {
        feeds.put("/secret", calendar(MEETING));
        feeds.redirect(path, "http://127.0.0.1:" + feeds.port() + "/secret");
        var id = subscribe(feeds.address(path));
        assertThat(problemOf(id)).isEqualTo("inside");
        assertThat(feeds.asked()).containsExactly(path);
    }

    @Test
    void followARedirectThatStaysOutside() {
        feeds.put("/moved", calendar(DAY));
        feeds.redirect(path, feeds.address("/moved"));
        var id = subscribe(feeds.address(path));
        readOf(id);
        assertThat(summaries(id)).containsExactly("Spring day");
    }

    @Test
    void tellWhyTheirFeedCannotBeRead() {
        var refused = subscribe(feeds.address("/nowhere"));
        assertThat(problemOf(refused)).isEqualTo("refused");
        feeds.put(path, "<html>Log in</html>", "Content-Type", "text/html");
        var page = subscribe(feeds.address(path));
        assertThat(problemOf(page)).isEqualTo("no-calendar");
        feeds.put("/large", calendar("X-WR-CALDESC:" + "x".repeat(17_000_000) + "\n"));
        var large = subscribe(feeds.address("/large"));
        assertThat(problemOf(large)).isEqualTo("too-large");
        var loop = subscribe(feeds.address("/loop"));
        feeds.redirect("/loop", feeds.address("/loop"));
        assertThat(problemOf(loop)).isIn("refused", "unreachable");
    }

    @Test
    void keepWhatTheyHaveWhileTheirFeedIsGone() {
        feeds.put(path, calendar(MEETING));
        var id = subscribe(feeds.address(path));
        readOf(id);
        feeds.page(path, 500, "");
        eva.withoutTag("PATCH", CALENDARS + id, "{\"source\":\"" + feeds.address(path) + "\"}");
        assertThat(problemOf(id)).isEqualTo("refused");
        assertThat(summaries(id)).containsExactly("Talk");
    }

    @Test
    void takeWhatCanBeReadOfABrokenFeed() {
        feeds.put(path, calendar(MEETING + event("broken@other.example", "DTSTART:yesterday\nSUMMARY:No") + DAY));
        var id = subscribe(feeds.address(path));
        readOf(id);
        assertThat(summaries(id)).containsExactly("Spring day", "Talk");
    }

    @Test
    void keepEventsThatComeWithoutUid() {
        feeds.put(path, calendar(MEETING.replace("UID:meeting@other.example\n", "") + DAY));
        var id = subscribe(feeds.address(path));
        readOf(id);
        assertThat(summaries(id)).containsExactly("Spring day", "Talk");
    }

    @Test
    void mayBeCalledAsTheirOwnerLikes() {
        feeds.put(path, calendar("X-WR-CALNAME:Talks\n" + DAY));
        Answer made = eva.post("/api/v1/calendars", "{\"name\":\"Mine\",\"source\":\"" + feeds.address(path) + "\"}");
        var id = made.body().get("id").asText();
        assertThat(readOf(id).get("name").asText()).isEqualTo("Mine");
    }
}
