package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.allDay;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.moment;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

/** One instance, this and following, all: what each change and deletion leaves. */
class SeriesIT {

    private static int tests = 0;

    private final ApiClient clara = ApiClient.loggedIn(KalendsServer.shared(), "clara");
    private LocalDate day = LocalDate.EPOCH;
    private Answer series;

    @BeforeEach
    void fourDays() {
        day = LocalDate.of(2027, 9, 6).plusWeeks(tests++);
        series = made(repeating(timed("Daily", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=4"));
    }

    private Answer made(ObjectNode event) {
        var made = clara.post("/api/v1/events", event.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private String at(int index) {
        return "&instance=" + day.plusDays(index) + "T07:00:00Z";
    }

    private List<String> shown() {
        return items(clara.get("/api/v1/events?" + range(day, day.plusDays(6)))).stream()
                .map(e -> e.get("title").asText() + " "
                        + e.at("/start/dateTime").asText().substring(8, 16))
                .toList();
    }

    private String on(String title, int index, String time) {
        return "%s %02dT%s".formatted(title, day.plusDays(index).getDayOfMonth(), time);
    }

    private ObjectNode moved(int index, String from, String to) {
        var patch = ApiClient.JSON.createObjectNode();
        patch.set("start", moment("Europe/Moscow", day.plusDays(index), from));
        patch.set("end", moment("Europe/Moscow", day.plusDays(index), to));
        return patch;
    }

    @Test
    void instancesNameThemselvesAndAreReadAlone() {
        var second = items(clara.get("/api/v1/events?" + range(day, day.plusDays(6))))
                .get(1);
        assertThat(second.get("instance").asText()).isEqualTo(day.plusDays(1) + "T07:00:00Z");
        assertThat(second.get("recurring").asBoolean()).isTrue();
        assertThat(second.get("id")).isEqualTo(series.body().get("id"));
        var one = clara.get(path(series) + "?instance=" + second.get("instance").asText());
        assertThat(one.body().at("/start/instant").asText()).isEqualTo(day.plusDays(1) + "T07:00:00Z");
        assertThat(clara.get(path(series) + "?instance=" + day.plusDays(9) + "T07:00:00Z")
                        .status())
                .isEqualTo(404);
        assertThat(clara.get(path(series)).body().get("recurrence").get(0).asText())
                .isEqualTo("RRULE:FREQ=DAILY;COUNT=4");
    }

    @Test
    void oneIsChangedAlone() {
        var answer = clara.patch(
                path(series) + "?scope=this" + at(1),
                series.etag(),
                moved(1, "15:00", "16:00").put("title", "Once").toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(shown())
                .containsExactly(
                        on("Daily", 0, "10:00"),
                        on("Once", 1, "15:00"),
                        on("Daily", 2, "10:00"),
                        on("Daily", 3, "10:00"));
    }

    @Test
    void thisAndFollowingBecomeASeriesOfTheirOwn() {
        var answer = clara.patch(
                path(series) + "?scope=following" + at(2),
                series.etag(),
                moved(2, "12:00", "13:00").put("title", "Later").toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().get("uid")).isNotEqualTo(series.body().get("uid"));
        assertThat(shown())
                .containsExactly(
                        on("Daily", 0, "10:00"),
                        on("Daily", 1, "10:00"),
                        on("Later", 2, "12:00"),
                        on("Later", 3, "12:00"));
    }

    @Test
    void allMoveByAsMuchAsTheOneThatWasMoved() {
        var answer = clara.patch(
                path(series) + "?scope=all" + at(2),
                series.etag(),
                moved(2, "12:00", "13:30").toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(shown())
                .containsExactly(
                        on("Daily", 0, "12:00"),
                        on("Daily", 1, "12:00"),
                        on("Daily", 2, "12:00"),
                        on("Daily", 3, "12:00"));
    }

    @Test
    void allMoveToAnotherDayWithWhatWasLeftOutAndWhatWasRenamed() {
        var path = path(series);
        clara.delete(path + "?scope=this" + at(1), series.etag());
        assertThat(clara.get(path).body().get("exceptions")).isEmpty();
        var renamed = clara.patch(path + "?scope=this" + at(2), clara.get(path).etag(), "{\"title\":\"Other\"}");
        var answer = clara.patch(
                path + "?scope=all" + at(0),
                renamed.etag(),
                moved(1, "12:00", "13:00").toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().at("/exceptions/0").asText()).isEqualTo(day.plusDays(3) + "T09:00:00Z");
        assertThat(answer.body().get("exceptions")).hasSize(1);
        assertThat(shown()).containsExactly(on("Daily", 1, "12:00"), on("Other", 3, "12:00"), on("Daily", 4, "12:00"));
    }

    @Test
    void aSeriesWithAnExclusionBecomesWholeDays() {
        clara.delete(path(series) + "?scope=this" + at(1), series.etag());
        var days = ApiClient.JSON.createObjectNode();
        days.putObject("start").put("date", day.toString());
        days.putObject("end").put("date", day.plusDays(1).toString());
        var answer = clara.patch(path(series), clara.get(path(series)).etag(), days.toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(items(clara.get("/api/v1/events?" + range(day, day.plusDays(6)))))
                .extracting(e -> e.at("/start/date").asText())
                .containsExactly(
                        day.toString(),
                        day.plusDays(2).toString(),
                        day.plusDays(3).toString());
    }

    @Test
    void nobodyIsInvitedToOneInstanceAndToTheOthersAre() {
        var invited = clara.patch(
                path(series) + "?notify=none",
                series.etag(),
                "{\"attendees\":[{\"address\":\"dmitri@kalends.test\"}]}");
        var alone = clara.patch(path(series) + "?notify=none&scope=this" + at(1), invited.etag(), "{\"attendees\":[]}");
        assertThat(alone.status()).as(alone.raw().body()).isEqualTo(200);
        assertThat(alone.body().get("attendees")).isEmpty();
    }

    @Test
    void deletionReachesAsFarAsItSays() {
        var path = path(series);
        assertThat(clara.delete(path + "?scope=this" + at(1), series.etag()).status())
                .isEqualTo(204);
        assertThat(shown()).containsExactly(on("Daily", 0, "10:00"), on("Daily", 2, "10:00"), on("Daily", 3, "10:00"));
        assertThat(clara.delete(
                                path + "?scope=following" + at(2),
                                clara.get(path).etag())
                        .status())
                .isEqualTo(204);
        assertThat(shown()).containsExactly(on("Daily", 0, "10:00"));
        assertThat(clara.delete(path, clara.get(path).etag()).status()).isEqualTo(204);
        assertThat(shown()).isEmpty();
    }

    @Test
    void aScopeNeedsItsInstance() {
        assertThat(clara.patch(path(series) + "?scope=this", series.etag(), "{\"title\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(clara.delete(path(series) + "?scope=following", series.etag())
                        .status())
                .isEqualTo(400);
        assertThat(clara.patch(path(series) + "?scope=this" + at(9), series.etag(), "{\"title\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void instancesOfAllDaySeriesAreDays() {
        var start = LocalDate.of(2029, 1, 1).plusWeeks(tests);
        var made = made(repeating(allDay("Days", start, start.plusDays(1)), "FREQ=WEEKLY;COUNT=2"));
        var second = items(clara.get("/api/v1/events?" + range(start.plusDays(6), start.plusDays(9))))
                .get(0);
        assertThat(second.get("instance").asText()).isEqualTo(start.plusDays(7).toString());
        var renamed = clara.patch(
                path(made) + "?scope=this&instance=" + second.get("instance").asText(),
                made.etag(),
                "{\"title\":\"Other day\"}");
        assertThat(renamed.status()).as(renamed.raw().body()).isEqualTo(200);
        assertThat(renamed.body().get("title").asText()).isEqualTo("Other day");
        assertThat(renamed.body().at("/start/date").asText())
                .isEqualTo(start.plusDays(7).toString());
    }
}
