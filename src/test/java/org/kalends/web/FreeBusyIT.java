package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

class FreeBusyIT {

    private static final LocalDate MONDAY = LocalDate.of(2027, 12, 6);

    private final ApiClient anna = ApiClient.loggedIn(KalendsServer.shared(), "anna");
    private final ApiClient eva = ApiClient.loggedIn(KalendsServer.shared(), "eva");

    private JsonNode busy(String who, LocalDate from, LocalDate to) {
        return anna.get("/api/v1/freebusy?who=" + who + "@kalends.test&" + range(from, to))
                .body()
                .get("items")
                .get(0)
                .get("busy");
    }

    @Test
    void busyAndTentativeTimesAreToldWithoutTitlesAndFreeOnesAreNot() {
        eva.post("/api/v1/events", timed("Secret", MONDAY, "10:00", "11:00").toString());
        eva.post(
                "/api/v1/events",
                timed("Perhaps", MONDAY, "12:00", "13:00")
                        .put("status", "tentative")
                        .toString());
        eva.post(
                "/api/v1/events",
                timed("Open", MONDAY, "15:00", "16:00")
                        .put("transparency", "free")
                        .toString());
        assertThat(busy("eva", MONDAY, MONDAY.plusDays(1)).toString())
                .isEqualTo(
                        "[{\"start\":\"2027-12-06T07:00:00Z\",\"end\":\"2027-12-06T08:00:00Z\",\"type\":\"busy\",\"title\":null},"
                                + "{\"start\":\"2027-12-06T09:00:00Z\",\"end\":\"2027-12-06T10:00:00Z\",\"type\":\"tentative\",\"title\":null}]");
    }

    @Test
    void anEndlessSeriesIsBusyHoweverFarAwayOneLooks() {
        var far = LocalDate.of(2051, 3, 6);
        var series = repeating(timed("Forever", MONDAY.plusDays(1), "10:00", "11:00"), "FREQ=DAILY");
        var made = eva.post("/api/v1/events", series.toString());
        assertThat(busy("eva", far, far.plusDays(3))).hasSize(3);
        assertThat(items(eva.get("/api/v1/events?" + range(far, far.plusDays(3)))))
                .hasSize(3);
        assertThat(items(eva.get("/api/v1/events?limit=5&from=1990-01-01T00:00:00Z&to=2199-01-01T00:00:00Z")))
                .hasSize(5);
        assertThat(eva.delete(path(made), made.etag()).status()).isEqualTo(204);
        assertThat(busy("eva", far, far.plusDays(3))).isEmpty();
    }

    @Test
    void manyAreAskedAtOnceAndStrangersAndGroupsAreUnknown() {
        var answer = anna.post(
                "/api/v1/freebusy",
                "{\"who\":[\"eva@kalends.test\",\"stranger@example.org\",\"volga@kalends.test\",\"team@kalends.test\"],"
                        + "\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-07T00:00:00Z\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("partial").asBoolean()).isFalse();
        assertThat(items(answer)).extracting(i -> i.get("known").asBoolean()).containsExactly(true, false, true, false);
    }

    @Test
    void theEventThatIsChangedMakesNobodyBusyAndEachIsToldInHisOwnZone() {
        var day = MONDAY.plusDays(3);
        var made = anna.post(
                "/api/v1/events",
                Planning.inviting(timed("Moves", day, "10:00", "11:00"), "dmitri@kalends.test")
                        .toString());
        var id = made.body().get("id").asText();
        var asked = "/api/v1/freebusy?who=dmitri@kalends.test&who=anna@kalends.test&" + range(day, day.plusDays(1));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(items(anna.get(asked)))
                .extracting(i -> i.get("busy").size())
                .containsExactly(1, 1));
        var without = items(anna.get(asked + "&except=" + id));
        assertThat(without).extracting(i -> i.get("busy").size()).containsExactly(0, 0);
        assertThat(without.get(0).get("timeZone").asText()).isEqualTo("Europe/Moscow");
        var suggested = anna.post(
                "/api/v1/freebusy/suggestions",
                "{\"required\":[\"dmitri@kalends.test\"],\"duration\":\"PT1H\",\"from\":\"" + day
                        + "T07:00:00Z\",\"to\":\"" + day + "T08:00:00Z\",\"except\":\"" + id + "\"}");
        assertThat(items(suggested)).as(suggested.raw().body()).hasSize(1);
        assertThat(eva.get(asked + "&except=" + id).status()).isEqualTo(404);
    }

    @Test
    void suggestedTimesAreFreeForAllInWorkingHours() {
        var day = MONDAY.plusDays(7);
        eva.post("/api/v1/events", timed("Morning", day, "09:00", "12:00").toString());
        var answer = anna.post(
                "/api/v1/freebusy/suggestions",
                "{\"required\":[\"eva@kalends.test\"],\"optional\":[],\"duration\":\"PT1H\",\"from\":\"" + day
                        + "T00:00:00Z\",\"to\":\"" + day.plusDays(1) + "T00:00:00Z\",\"workingHours\":true}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(items(answer).get(0).get("start").asText()).isEqualTo(day + "T09:00:00Z");
        assertThat(items(answer)).allMatch(s -> s.get("end").asText().compareTo(day + "T15:00:00Z") <= 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"who\":[]}",
                "{\"who\":[\"eva@kalends.test\"],\"from\":\"2027-12-06T00:00:00Z\"}",
                "{\"who\":[\"eva\"],\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-07T00:00:00Z\"}",
                "{\"who\":[null],\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-07T00:00:00Z\"}",
                "{\"whom\":[\"eva@kalends.test\"],\"from\":\"2027-12-06T00:00:00Z\",\"to\":\"2027-12-07T00:00:00Z\"}"
            })
    void badQuestionsAreRefused(String body) {
        assertThat(anna.post("/api/v1/freebusy", body).status()).isEqualTo(400);
    }
}
