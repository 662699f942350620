package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** The thread: a meeting planned, answered, moved and cancelled, seen from outside. */
class MeetingIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AFTER_THE_UNDO_TIME = Duration.ofSeconds(40);
    private static int tests = 0;

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient boris = ApiClient.loggedIn(server, "boris");
    private LocalDate date = LocalDate.EPOCH;

    /** Each test has a week of its own, far from the demo's events. */
    @BeforeEach
    void nextWeek() {
        date = LocalDate.of(2027, 3, 1).plusWeeks(tests++);
    }

    private String event(String title, String from, String to, String more) {
        return "{\"title\":\"%s\",\"start\":{\"dateTime\":\"%sT%s:00\",\"timeZone\":\"Europe/Moscow\"},"
                        .formatted(title, date, from)
                + "\"end\":{\"dateTime\":\"%sT%s:00\",\"timeZone\":\"Europe/Moscow\"}%s}".formatted(date, to, more);
    }

    private static String invite(String... addresses) {
        return ",\"attendees\":["
                + String.join(
                        ",",
                        List.of(addresses).stream()
                                .map(a -> "{\"address\":\"" + a + "\"}")
                                .toList())
                + "]";
    }

    private List<JsonNode> listed(ApiClient person) {
        var page = person.get(
                "/api/v1/events?expand=attendees&from=" + date + "T00:00:00Z&to=" + date.plusDays(1) + "T00:00:00Z");
        assertThat(page.status()).isEqualTo(200);
        return StreamSupport.stream(page.body().get("items").spliterator(), false)
                .toList();
    }

    private JsonNode copyOf(ApiClient person) {
        return await().atMost(SOON)
                .until(() -> listed(person), copies -> copies.size() == 1)
                .get(0);
    }

    private static String statusOf(JsonNode event, String address) {
        return StreamSupport.stream(event.get("attendees").spliterator(), false)
                .filter(a -> a.get("address").asText().equals(address))
                .map(a -> a.get("status").asText())
                .findFirst()
                .orElse("");
    }

    private List<JsonNode> mails(String to, String subject) {
        var list = ApiClient.anonymous(server).get("/demo/mail/messages?to=" + to);
        return StreamSupport.stream(list.body().get("items").spliterator(), false)
                .filter(mail -> mail.get("subject").asText().contains(subject))
                .toList();
    }

    private String mail(String to, String subject) {
        var found = await().atMost(AFTER_THE_UNDO_TIME).until(() -> mails(to, subject), mails -> !mails.isEmpty());
        return ApiClient.anonymous(server)
                .get("/demo/mail/messages/" + found.get(0).get("id").asText())
                .raw()
                .body();
    }

    @Test
    void theInvitedSeesItAnswersAndTheOrganizerIsTold() {
        var created = anna.post("/api/v1/events", event("Thread", "10:00", "11:00", invite("boris@kalends.test")));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.raw().headers().firstValue("Location")).isPresent();

        var copy = copyOf(boris);
        assertThat(copy.get("uid")).isEqualTo(created.body().get("uid"));
        assertThat(copy.get("myStatus").asText()).isEqualTo("needs-action");

        var answer = "/api/v1/events/" + copy.get("id").asText() + "/answer";
        assertThat(boris.put(answer, "{\"status\":\"accepted\",\"comment\":\"Буду\"}")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON)
                .until(() -> statusOf(listed(anna).get(0), "boris@kalends.test").equals("accepted"));
        assertThat(mail("boris@kalends.test", "Thread")).contains("text/calendar");
        assertThat(mail("anna@kalends.test", "Thread")).contains("method=REPLY");
    }

    @Test
    void aGuestAnswersByTheLinkOfHisMailAndLookingAtItChangesNothing() {
        var created = anna.post("/api/v1/events", event("Guest", "10:00", "11:00", invite("guest@example.org")));
        var link = Pattern.compile("http://[^ \"?]+/rsvp/[A-Za-z0-9_-]+")
                .matcher(plain(mail("guest@example.org", "Guest")));
        assertThat(link.find()).isTrue();
        var guest = ApiClient.anonymous(server);
        assertThat(guest.get(link.group() + "?answer=declined").status()).isEqualTo(200);
        var path = "/api/v1/events/" + created.body().get("id").asText();
        assertThat(statusOf(anna.get(path).body(), "guest@example.org")).isEqualTo("needs-action");
        assertThat(guest.form(link.group(), "answer=tentative&comment=late").status())
                .isEqualTo(200);
        assertThat(statusOf(anna.get(path).body(), "guest@example.org")).isEqualTo("tentative");
        assertThat(guest.get(server.address() + "/rsvp/guessed").status()).isEqualTo(404);
    }

    /** Quoted-printable undone as far as links need it. */
    private static String plain(String raw) {
        return raw.replace("=\r\n", "").replace("=3D", "=");
    }

    @Test
    void deletingItCancelsItForEverybodyAndRestoringBringsItBack() {
        var created = anna.post("/api/v1/events", event("Gone", "10:00", "11:00", invite("boris@kalends.test")));
        copyOf(boris);
        var path = "/api/v1/events/" + created.body().get("id").asText();
        assertThat(anna.withoutTag("DELETE", path, "").status()).isEqualTo(428);
        assertThat(anna.delete(path, created.etag()).status()).isEqualTo(204);
        assertThat(anna.get(path).status()).isEqualTo(404);
        await().atMost(SOON).until(() -> copyOf(boris).get("status").asText().equals("cancelled"));
        assertThat(anna.post(path + "/restore", "").status()).isEqualTo(200);
        await().atMost(SOON).until(() -> copyOf(boris).get("status").asText().equals("confirmed"));
    }

    @Test
    void ofTwoSavesOfOneVersionTheSecondIsToldWhatStands() {
        var created = anna.post("/api/v1/events", event("Race", "10:00", "11:00", ""));
        var path = "/api/v1/events/" + created.body().get("id").asText();
        assertThat(anna.patch(path, created.etag(), "{\"title\":\"First\"}").status())
                .isEqualTo(200);
        var second = anna.patch(path, created.etag(), "{\"title\":\"Second\"}");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body().get("type").asText()).isEqualTo("urn:kalends:problem:stale");
        assertThat(second.body().get("current").get("title").asText()).isEqualTo("First");
    }

    @Test
    void theEditLockOfAnotherRefusesTheSaveAndNamesHim() {
        var created = anna.post("/api/v1/events", event("Locked", "10:00", "11:00", invite("boris@kalends.test")));
        var path = "/api/v1/events/" + created.body().get("id").asText();
        var copy = "/api/v1/events/" + copyOf(boris).get("id").asText();
        assertThat(boris.put(copy + "/edit-lock", "").status()).isEqualTo(200);
        assertThat(anna.put(path + "/edit-lock", "").status()).isEqualTo(423);
        var refused = anna.patch(path, created.etag(), "{\"title\":\"Mine\"}");
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.body().get("holder").get("address").asText()).isEqualTo("boris@kalends.test");
        assertThat(boris.delete(copy + "/edit-lock", "*").status()).isEqualTo(204);
        assertThat(anna.patch(path, created.etag(), "{\"title\":\"Mine\"}").status())
                .isEqualTo(200);
    }

    @Test
    void aRoomIsBookedOnce() {
        var first = anna.post("/api/v1/events", event("Room", "10:00", "11:00", invite("volga@kalends.test")));
        assertThat(first.status()).isEqualTo(201);
        var second = boris.post("/api/v1/events", event("Room", "10:30", "11:30", invite("volga@kalends.test")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("type").asText()).isEqualTo("urn:kalends:problem:room-busy");
        assertThat(listed(boris)).isEmpty();
        var path = "/api/v1/events/" + first.body().get("id").asText();
        await().atMost(SOON).until(() -> statusOf(anna.get(path).body(), "volga@kalends.test")
                .equals("accepted"));
        var etag = anna.get(path).etag();
        assertThat(anna.delete(path, etag).status()).isEqualTo(204);
        assertThat(boris.post("/api/v1/events", event("Room", "10:30", "11:30", invite("volga@kalends.test")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theDirectoryOfRoomsAndFreeBusyTellWhatTheMeetingTook() {
        var range = "from=" + date + "T07:00:00Z&to=" + date + "T08:00:00Z";
        var rooms = "/api/v1/rooms?capacity=5&equipment=screen&" + range;
        assertThat(anna.get(rooms).body().get("items")).hasSize(2).allMatch(room -> room.get("free")
                .asBoolean());
        anna.post("/api/v1/events", event("Taken", "10:00", "11:00", invite("neva@kalends.test")));
        var taken = StreamSupport.stream(anna.get(rooms).body().get("items").spliterator(), false)
                .filter(room -> !room.get("free").asBoolean())
                .toList();
        assertThat(taken).singleElement().satisfies(room -> {
            assertThat(room.get("address").asText()).isEqualTo("neva@kalends.test");
            assertThat(room.get("busyUntil").asText()).isEqualTo(date + "T08:00:00Z");
        });
        var busy = boris.get("/api/v1/freebusy?who=anna@kalends.test&" + range)
                .body()
                .get("items")
                .get(0);
        assertThat(busy.get("known").asBoolean()).isTrue();
        assertThat(busy.get("busy")).hasSize(1);
        assertThat(busy.get("busy").get(0).get("title").isNull()).isTrue();
    }

    @Test
    void oneInstanceOfASeriesMovesAloneAndTheRestLater() {
        var rule = ",\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=4\"]";
        var created = anna.post("/api/v1/events", event("Series", "10:00", "11:00", rule));
        var path = "/api/v1/events/" + created.body().get("id").asText();
        var instance = date.plusDays(1) + "T07:00:00Z";
        var moved = "{\"start\":{\"dateTime\":\"%sT12:00:00\"},\"end\":{\"dateTime\":\"%sT13:00:00\"}}"
                .formatted(date.plusDays(1), date.plusDays(1));
        var one = anna.patch(path + "?scope=this&instance=" + instance, created.etag(), moved);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body().get("start").get("dateTime").asText()).endsWith("T12:00:00");
        var rest = "/api/v1/events/" + created.body().get("id").asText() + "?scope=following&instance="
                + date.plusDays(2) + "T07:00:00Z";
        var split = anna.patch(rest, one.etag(), "{\"title\":\"Later\"}");
        assertThat(split.status()).isEqualTo(200);
        assertThat(split.body().get("uid")).isNotEqualTo(created.body().get("uid"));
        var titles = StreamSupport.stream(
                        anna.get("/api/v1/events?from=" + date + "T00:00:00Z&to=" + date.plusDays(4) + "T00:00:00Z")
                                .body()
                                .get("items")
                                .spliterator(),
                        false)
                .map(item -> item.get("title").asText())
                .filter(title -> title.equals("Series") || title.equals("Later"))
                .toList();
        assertThat(titles).containsExactly("Series", "Series", "Later", "Later");
    }
}
