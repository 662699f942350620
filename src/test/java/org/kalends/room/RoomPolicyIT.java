package org.kalends.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.WaitingTest;

/** Rooms that do not take everybody, or not at once. */
class RoomPolicyIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient boris = ApiClient.loggedIn(server, "boris");
    private final String login = "room" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = login + "@kalends.test";
    private String place = "";
    private String policy = "";

    @BeforeEach
    void aRoomOfItsOwn() {
        var room = ApiClient.JSON
                .createObjectNode()
                .put("login", login)
                .put("name", "Room " + login)
                .put("address", address)
                .put("zone", "Europe/Moscow")
                .put("capacity", 2);
        var made = admin.post("/api/v1/admin/rooms", room.toString());
        place = "/api/v1/admin/rooms/" + made.body().get("id").asText();
        policy = place + "/policy";
    }

    @AfterEach
    void othersLookForRoomsToo() {
        assertThat(admin.withoutTag("DELETE", place, "").status()).isEqualTo(204);
    }

    private void rules(String json) {
        var set = admin.put(policy, json);
        assertThat(set.status()).as(set.raw().body()).isEqualTo(200);
        assertThat(admin.get(policy).body()).isEqualTo(set.body());
    }

    private Answer asks(ApiClient who, ObjectNode event, String... more) {
        var all = Stream.concat(Stream.of(address), Stream.of(more));
        var made = who.post(
                "/api/v1/events", inviting(event, all.toArray(String[]::new)).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private JsonNode line(ApiClient who, Answer event) {
        return attendee(who.get(path(event)).body(), address);
    }

    private void answers(ApiClient who, Answer event, String status, String words) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(line(who, event).get("status").asText()).isEqualTo(status));
        assertThat(line(who, event).get("comment").asText()).contains(words);
    }

    private boolean free(String from, String to) {
        var asked = "/api/v1/rooms?from=" + DAY + "T" + from + ":00Z&to=" + DAY + "T" + to + ":00Z";
        return items(anna.get(asked)).stream()
                .filter(r -> r.get("address").asText().equals(address))
                .findFirst()
                .orElseThrow()
                .get("free")
                .asBoolean();
    }

    @Test
    void withoutAPolicyItTakesWhatIsFree() {
        assertThat(admin.get(policy).body().get("answer").asText()).isEqualTo("if-free");
        answers(anna, asks(anna, timed("Free", DAY, "10:00", "11:00")), "accepted", "");
        assertThat(free("07:00", "08:00")).isFalse();
        var second = anna.post(
                "/api/v1/events",
                inviting(timed("Busy", DAY, "10:30", "11:30"), address).toString());
        assertThat(second.status()).isEqualTo(409);
    }

    @Test
    void itTellsWhyItRefuses() {
        rules("{\"answer\":\"if-free\",\"longest\":\"PT2H\",\"hours\":{\"opens\":\"09:00\",\"closes\":\"18:00\","
                + "\"days\":[\"monday\"]},\"ahead\":\"P300D\",\"seatsForAll\":true}");
        answers(anna, asks(anna, timed("Long", DAY, "10:00", "13:00")), "declined", "longer");
        answers(anna, asks(anna, timed("Early", DAY, "08:00", "09:30")), "declined", "closed");
        answers(anna, asks(anna, timed("Tuesday", DAY.plusDays(1), "10:00", "11:00")), "declined", "closed");
        answers(anna, asks(anna, timed("Far", DAY.plusDays(245), "10:00", "11:00")), "declined", "farther");
        var crowd = asks(anna, timed("Crowd", DAY, "14:00", "15:00"), "boris@kalends.test", "clara@kalends.test");
        answers(anna, crowd, "declined", "seats");
        assertThat(free("06:00", "14:00")).isTrue();
        answers(anna, asks(anna, timed("Fits", DAY, "16:00", "18:00"), "boris@kalends.test"), "accepted", "");
    }

    @Test
    void itTakesThoseWhoAreAllowedAndGroupsOfThem() {
        var group =
                items(admin.get("/api/v1/admin/groups?q=team")).get(0).get("id").asText();
        rules("{\"answer\":\"if-free\",\"allowed\":[\"" + group + "\"]}");
        answers(boris, asks(boris, timed("Allowed", DAY, "10:00", "11:00")), "accepted", "");
        var eva = ApiClient.loggedIn(server, "eva");
        answers(eva, asks(eva, timed("Stranger", DAY, "12:00", "13:00")), "declined", "may not");
    }

    @Test
    void whatIsSharedIsTakenAnyNumberOfTimesAndWhatIsClosedNever() {
        rules("{\"answer\":\"always\"}");
        answers(anna, asks(anna, timed("One", DAY, "10:00", "11:00")), "accepted", "");
        answers(boris, asks(boris, timed("Two", DAY, "10:00", "11:00")), "accepted", "");
        rules("{\"answer\":\"never\"}");
        answers(anna, asks(anna, timed("Three", DAY, "10:00", "11:00")), "declined", "not offered");
    }

    @Test
    void itAsksItsApproverAndHoldsTheTimeMeanwhile() {
        var clara = ApiClient.loggedIn(server, "clara");
        var id = clara.get("/api/v1/session").body().at("/user/id").asText();
        rules("{\"answer\":\"ask\",\"approver\":\"" + id + "\"}");
        var title = "Asked " + login;
        var first = asks(anna, timed(title, DAY, "10:00", "11:00"));
        var second = asks(anna, timed(title, DAY, "12:00", "13:00"));
        await().atMost(SOON).until(() -> requests(clara, title).size() == 2);
        assertThat(free("07:00", "08:00")).isFalse();
        assertThat(line(anna, first).get("status").asText()).isEqualTo("needs-action");
        assertThat(requests(boris, title)).isEmpty();
        var asked = requests(clara, title);
        var yes = answerPath(asked.get(0));
        assertThat(boris.put(yes, "{\"status\":\"accepted\"}").status()).isEqualTo(404);
        assertThat(clara.put(yes, "{\"status\":\"accepted\"}").status()).isEqualTo(204);
        assertThat(clara.put(answerPath(asked.get(1)), "{\"status\":\"declined\",\"comment\":\"Repairs\"}")
                        .status())
                .isEqualTo(204);
        answers(anna, first, "accepted", "");
        answers(anna, second, "declined", "Repairs");
        assertThat(requests(clara, title)).isEmpty();
        await().atMost(SOON).until(() -> free("09:00", "10:00"));
        assertThat(free("07:00", "08:00")).isFalse();
    }

    @WaitingTest
    void itsApproverIsAskedByMailUnlessHeHasAnsweredBefore() {
        var clara = ApiClient.loggedIn(server, "clara");
        var id = clara.get("/api/v1/session").body().at("/user/id").asText();
        rules("{\"answer\":\"ask\",\"approver\":\"" + id + "\"}");
        asks(anna, timed("Answered " + login, DAY, "14:00", "15:00"));
        await().atMost(SOON).until(() -> requests(clara, "Answered " + login).size() == 1);
        clara.put(answerPath(requests(clara, "Answered " + login).get(0)), "{\"status\":\"accepted\"}");
        asks(anna, timed("Waiting " + login, DAY, "16:00", "17:00"));
        var mailbox = new Mailbox(server, "clara@kalends.test");
        var mail = mailbox.await("Waiting " + login, 1).get(0);
        assertThat(Mailbox.text(mail, "text/plain")).contains("asks for a room", "Waiting " + login, server.address());
        assertThat(Mailbox.parts(mail, "text/calendar")).isEmpty();
        assertThat(mailbox.about("Answered " + login)).isEmpty();
    }

    private static List<JsonNode> requests(ApiClient who, String title) {
        return items(who.get("/api/v1/rooms/requests")).stream()
                .filter(one -> one.get("title").asText().equals(title))
                .toList();
    }

    private static String answerPath(JsonNode request) {
        return "/api/v1/rooms/requests/" + request.at("/room/id").asText() + "/"
                + request.get("event").asText() + "/answer";
    }

    @Test
    void aLongSeriesGoesWithoutAFewInstancesAndAShortOneIsRefused() {
        asks(boris, timed("In the way", DAY.plusDays(3), "10:00", "11:00"));
        var series = repeating(timed("Series", DAY, "10:00", "11:00"), "FREQ=DAILY;COUNT=12");
        var made = asks(anna, series);
        answers(anna, made, "accepted", "");
        var fourth = path(made) + "?instance=" + DAY.plusDays(3) + "T07:00:00Z";
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        attendee(anna.get(fourth).body(), address).get("status").asText())
                .isEqualTo("declined"));
        var shorter = repeating(timed("Short", DAY, "10:00", "11:00"), "FREQ=DAILY;COUNT=4");
        assertThat(anna.post("/api/v1/events", inviting(shorter, address).toString())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aProgramThatDoesNotKnowItForARoomCannotBookItTwice() {
        var clara = DavClient.demo(server, "clara");
        var taken = asks(anna, timed("First", DAY, "10:00", "11:00"));
        answers(anna, taken, "accepted", "");
        put(clara, "20270301T070000Z");
        put(clara, "20270301T120000Z");
        assertThat(free("12:00", "13:00")).isFalse();
        var again = anna.post(
                "/api/v1/events",
                inviting(timed("Late", DAY, "15:00", "16:00"), address).toString());
        assertThat(again.status()).isEqualTo(409);
    }

    /** Without CUTYPE, and waits for the room's answer. */
    private void put(DavClient client, String start) {
        var path = "/dav/calendars/clara/default/" + UUID.randomUUID() + ".ics";
        var text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//EN\nBEGIN:VEVENT\nUID:" + UUID.randomUUID()
                + "\nDTSTAMP:20261125T000000Z\nDTSTART:" + start + "\nDURATION:PT1H\nSUMMARY:Plain"
                + "\nORGANIZER:mailto:clara@kalends.test\nATTENDEE:mailto:" + address + "\nEND:VEVENT\nEND:VCALENDAR\n";
        assertThat(client.put(path, text.replace("\n", "\r\n")).status()).isEqualTo(201);
        var expected = start.contains("T07") ? "DECLINED" : "ACCEPTED";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.get(path).body().replace("\r\n ", ""))
                        .containsPattern("ATTENDEE[^\n]*PARTSTAT=" + expected + "[^\n]*" + address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"answer\":\"perhaps\"}",
                "{\"answer\":\"ask\"}",
                "{\"answer\":\"if-free\",\"longest\":\"soon\"}",
                "{\"answer\":\"if-free\",\"ahead\":\"-P1D\"}",
                "{\"answer\":\"if-free\",\"hours\":{\"opens\":\"18:00\",\"closes\":\"09:00\"}}",
                "{\"answer\":\"if-free\",\"hours\":{\"opens\":\"09:00\",\"closes\":\"18:00\",\"days\":[\"someday\"]}}",
                "{\"answer\":\"if-free\",\"allowed\":[\"00000000-0000-0000-0000-000000000000\"]}",
                "{\"answer\":\"if-free\",\"colour\":\"red\"}"
            })
    void policiesThatAreNoneAreRefused(String json) {
        assertThat(admin.put(policy, json).status()).isEqualTo(400);
        assertThat(anna.put(policy, "{\"answer\":\"always\"}").status()).isEqualTo(403);
        assertThat(anna.get(policy).status()).isEqualTo(403);
    }
}
