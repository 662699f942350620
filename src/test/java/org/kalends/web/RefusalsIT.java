package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.list;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** Refusals of the contract that no other test is about. */
class RefusalsIT {

    private static int tests = 0;

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final LocalDate day = LocalDate.of(2029, 5, 7).plusWeeks(tests++);

    private String copyOfDmitris(ApiClient dmitri) {
        var event = repeating(timed("Series", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=3");
        var made = dmitri.post(
                "/api/v1/events?notify=none",
                inviting(event, "clara@kalends.test").toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var listed = "/api/v1/events?" + range(day, day.plusDays(1));
        var copies = await().until(() -> items(clara.get(listed)), found -> !found.isEmpty());
        return "/api/v1/events/" + copies.get(0).get("id").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"this", "following", "all"})
    void whatIsTheOrganizersIsNamedFieldByFieldAndStays(String scope) {
        var copy = copyOfDmitris(ApiClient.loggedIn(server, "dmitri"));
        var before = clara.get(copy);
        var at = "?scope=" + scope + "&instance=" + day.plusDays(1) + "T07:00:00Z";
        var refused = clara.patch(copy + at, before.etag(), "{\"title\":\"Mine\",\"recurrence\":null}");
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(403);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:forbidden");
        assertThat(list(refused.body().get("errors")))
                .extracting(e -> e.get("field").asText())
                .contains("title");
        assertThat(clara.get(copy).etag()).isEqualTo(before.etag());
        var his = clara.patch(copy + at, before.etag(), "{\"color\":\"red\",\"reminders\":[{\"before\":\"PT7M\"}]}");
        assertThat(his.status()).as(his.raw().body()).isEqualTo(200);
        var last = clara.get(copy + "?instance=" + day.plusDays(2) + "T07:00:00Z");
        assertThat(last.body().get("color").asText()).isEqualTo(scope.equals("this") ? "null" : "red");
    }

    @Test
    void whatIsDeletedIsNotThereToBeChangedAnsweredLockedOrDeletedAgain() {
        var made = clara.post(
                "/api/v1/events", timed("Gone", day, "10:00", "11:00").toString());
        var path = path(made);
        assertThat(clara.delete(path, made.etag()).status()).isEqualTo(204);
        assertThat(clara.patch(path, made.etag(), "{\"title\":\"x\"}").status()).isEqualTo(404);
        assertThat(clara.delete(path, made.etag()).status()).isEqualTo(404);
        assertThat(clara.put(path + "/edit-lock", "").status()).isEqualTo(404);
        assertThat(clara.put(path + "/answer", "{\"status\":\"accepted\"}").status())
                .isEqualTo(404);
        assertThat(clara.post(path + "/restore", "").status()).isEqualTo(200);
        assertThat(clara.post(path + "/restore", "").status()).isEqualTo(404);
    }

    @Test
    void atMostTwoHundredAreAskedForAtOnce() {
        var who = IntStream.rangeClosed(0, 200)
                .mapToObj(n -> "\"p" + n + "@kalends.test\"")
                .collect(Collectors.joining(","));
        var refused = clara.post(
                "/api/v1/freebusy",
                "{\"who\":[" + who + "],\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-07T00:00:00Z\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("who");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration | {\"required\":[\"clara@kalends.test\"],\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-07T00:00:00Z\"}",
                "to | {\"required\":[\"clara@kalends.test\"],\"duration\":\"PT1H\",\"from\":\"2027-12-06T00:00:00Z\"}",
                "to | {\"required\":[\"clara@kalends.test\"],\"duration\":\"PT1H\",\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-06T00:00:00Z\"}"
            })
    void suggestionsNameWhatIsWrong(String field, String body) {
        var refused = clara.post("/api/v1/freebusy/suggestions", body);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, /api/v1/events?from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z&limit=1001",
        "from, /api/v1/events?to=2027-08-02T00:00:00Z",
        "to, /api/v1/rooms?from=2027-08-02T00:00:00Z",
        "who, /api/v1/freebusy?from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z"
    })
    void parametersThatAreWrongAreNamed(String field, String path) {
        var refused = clara.get(path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aLoggedOutTokenOpensNothing() {
        var eva = ApiClient.loggedIn(server, "eva");
        assertThat(eva.delete("/api/v1/session", "*").status()).isEqualTo(204);
        assertThat(eva.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(eva.get("/api/v1/trash").body().get("type").asText()).isEqualTo("urn:kalends:problem:unauthorized");
    }
}
