package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.moment;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

class AnswersIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String BORIS = "boris@kalends.test";
    private static int tests = 0;

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient boris = ApiClient.loggedIn(server, "boris");
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void nextWeek() {
        day = LocalDate.of(2028, 1, 3).plusWeeks(tests++);
    }

    private Answer planned(ObjectNode event) {
        var made = anna.post("/api/v1/events", inviting(event, BORIS).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private String copy() {
        var listed = "/api/v1/events?" + range(day, day.plusDays(1));
        var found = await().atMost(SOON).until(() -> items(boris.get(listed)), copies -> copies.size() == 1);
        return "/api/v1/events/" + found.get(0).get("id").asText();
    }

    private JsonNode line(Answer event) {
        return attendee(anna.get(path(event)).body(), BORIS);
    }

    private ObjectNode proposal(String status, String from, String to) {
        var answer = ApiClient.JSON.createObjectNode().put("status", status).put("comment", "Лучше позже");
        var proposed = answer.putObject("proposed");
        proposed.set("start", moment("Europe/Moscow", day, from));
        proposed.set("end", moment("Europe/Moscow", day, to));
        return answer;
    }

    @Test
    void statusAndCommentReachTheOrganizer() {
        var event = planned(timed("Answered", day, "10:00", "11:00"));
        var answer = boris.put(copy() + "/answer", "{\"status\":\"declined\",\"comment\":\"В отпуске\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("status").asText()).isEqualTo("declined");
        await().atMost(SOON).until(() -> line(event).get("status").asText().equals("declined"));
        assertThat(line(event).get("comment").asText()).isEqualTo("В отпуске");
        assertThat(line(event).get("proposed").isNull()).isTrue();
    }

    @Test
    void thisAndFollowingAreAnsweredAndThoseBeforeStay() {
        var event = planned(repeating(timed("Series", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=4"));
        boris.put(copy() + "/answer", "{\"status\":\"accepted\"}");
        var at = "?instance=" + day.plusDays(2) + "T07:00:00Z";
        var answer = boris.put(copy() + "/answer" + at + "&scope=following", "{\"status\":\"declined\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> assertThat(IntStream.range(0, 4)
                        .mapToObj(n -> "?instance=" + day.plusDays(n) + "T07:00:00Z")
                        .map(n -> attendee(anna.get(path(event) + n).body(), BORIS)
                                .get("status")
                                .asText()))
                .containsExactly("accepted", "accepted", "declined", "declined"));
        assertThat(boris.put(copy() + "/answer?scope=following", "{\"status\":\"declined\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aProposedTimeReachesTheOrganizerByEventAndMailAndIsTakenBackWhenTheEventMoves() throws Exception {
        var event = planned(timed("Countered", day, "10:00", "11:00"));
        var copy = copy();
        var answer = boris.put(
                copy + "/answer", proposal("tentative", "15:00", "16:30").toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().at("/proposed/start/dateTime").asText()).isEqualTo(day + "T15:00:00");
        await().atMost(SOON).until(() -> !line(event).get("proposed").isNull());
        assertThat(line(event).at("/proposed/end/dateTime").asText()).isEqualTo(day + "T16:30:00");
        assertThat(line(event).at("/proposed/end/timeZone").asText()).isEqualTo("Europe/Moscow");
        assertThat(line(event).at("/proposed/end/instant").asText()).isEqualTo(day + "T13:30:00Z");
        assertThat(line(event).get("status").asText()).isEqualTo("tentative");

        var mail =
                new Mailbox(server, "anna@kalends.test").await("Countered", 1).get(0);
        assertThat(mail.getSubject()).containsAnyOf("предлагает другое время", "proposes another time");
        assertThat(Mailbox.text(mail, "text/plain")).contains("15:00–16:30").contains("Лучше позже");
        assertThat(Mailbox.method(mail)).isEqualTo("COUNTER");
        var told = ICalendar.parse(Mailbox.text(mail, "text/calendar")).lead();
        assertThat(told.timing().start().local()).isEqualTo(day.atTime(15, 0));
        assertThat(told.attendees()).extracting(a -> a.address().value()).containsExactly(BORIS);

        var move = ApiClient.JSON.createObjectNode();
        move.set("start", moment("Europe/Moscow", day, "15:00"));
        move.set("end", moment("Europe/Moscow", day, "16:30"));
        var moved = anna.patch(path(event), anna.get(path(event)).etag(), move.toString());
        assertThat(moved.status()).isEqualTo(200);
        assertThat(line(event).get("proposed").isNull()).isTrue();
        assertThat(line(event).get("status").asText()).isEqualTo("needs-action");
        await().atMost(SOON)
                .until(() ->
                        attendee(boris.get(copy).body(), BORIS).get("proposed").isNull());
    }

    @Test
    void aProposalIsBetweenTheTwoOfThem() {
        var event = timed("Between", day, "10:00", "11:00");
        var made = anna.post(
                "/api/v1/events", inviting(event, BORIS, "clara@kalends.test").toString());
        boris.put(copy() + "/answer", proposal("declined", "15:00", "16:00").toString());
        await().atMost(SOON).until(() -> !line(made).get("proposed").isNull());
        var clara = ApiClient.loggedIn(server, "clara");
        var hers = await().atMost(SOON)
                .until(
                        () -> items(clara.get("/api/v1/events?expand=attendees&" + range(day, day.plusDays(1)))),
                        copies -> copies.size() == 1
                                && attendee(copies.get(0), BORIS)
                                        .get("status")
                                        .asText()
                                        .equals("declined"));
        assertThat(attendee(hers.get(0), BORIS).get("proposed").isNull()).isTrue();
        assertThat(attendee(hers.get(0), BORIS).get("comment").isNull()).isTrue();
    }

    @Test
    void oneInstanceIsAnsweredAlone() {
        var event = planned(repeating(timed("Daily", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=3"));
        var second = day.plusDays(1) + "T07:00:00Z";
        var copy = copy();
        var answer = boris.put(copy + "/answer?instance=" + second, "{\"status\":\"declined\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        await().atMost(SOON).until(() -> attendee(
                        anna.get(path(event) + "?instance=" + second).body(), BORIS)
                .get("status")
                .asText()
                .equals("declined"));
        assertThat(line(event).get("status").asText()).isEqualTo("needs-action");
        assertThat(boris.put(copy + "/answer?instance=" + day.plusDays(9) + "T07:00:00Z", "{\"status\":\"declined\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyTheInvitedAnswer() {
        var event = planned(timed("Mine", day, "10:00", "11:00"));
        assertThat(anna.put(path(event) + "/answer", "{\"status\":\"accepted\"}")
                        .status())
                .isEqualTo(403);
        assertThat(boris.put(path(event) + "/answer", "{\"status\":\"accepted\"}")
                        .status())
                .isEqualTo(404);
        var alone = anna.post(
                "/api/v1/events", timed("Alone", day, "10:00", "11:00").toString());
        assertThat(anna.put(path(alone) + "/answer", "{\"status\":\"accepted\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCancelledEventTakesNoAnswer() {
        var event = planned(timed("Off", day, "10:00", "11:00"));
        var copy = copy();
        assertThat(anna.delete(path(event), event.etag()).status()).isEqualTo(204);
        await().atMost(SOON)
                .until(() -> boris.get(copy).body().get("status").asText().equals("cancelled"));
        var late = boris.put(copy + "/answer", "{\"status\":\"accepted\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("type").asText()).isEqualTo("urn:kalends:problem:cancelled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"status\":\"maybe\"}",
                "{\"status\":\"accepted\",\"mood\":\"fine\"}",
                "{\"status\":\"accepted\",\"proposed\":{}}",
                "{\"status\":\"accepted\",\"proposed\":{\"start\":{\"date\":\"2028-01-03\"}}}",
                "{\"status\":\"accepted\",\"proposed\":{\"start\":{\"date\":\"2028-01-03\"},\"end\":{\"date\":\"2028-01-01\"}}}",
                "{\"status\":\"accepted\",\"proposed\":{\"start\":{\"date\":\"2028-01-03\"},\"end\":{\"date\":\"2028-01-03\"}}}",
                "{\"status\":\"accepted\",\"proposed\":{\"start\":{\"dateTime\":\"2028-01-03T10:00:00\"},\"end\":{\"date\":\"2028-01-05\"}}}"
            })
    void badAnswersAreRefused(String body) {
        planned(timed("Bad", day, "10:00", "11:00"));
        var refused = boris.put(copy() + "/answer", body);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(refused.body().get("errors")).isNotEmpty();
    }
}
