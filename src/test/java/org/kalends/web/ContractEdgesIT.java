package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.list;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** What the contract says of the rarer turns: instances that are none, rooms lost meanwhile, bodies of a strange kind. */
class ContractEdgesIT {

    private static final String NEVA = "neva@kalends.test";

    /** How far ahead: within the year for which rooms are booked. */
    private static final int DAYS_AHEAD = 240;

    private static int tests = 0;

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient dmitri = ApiClient.loggedIn(server, "dmitri");
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC)
            .plusDays(DAYS_AHEAD)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .plusWeeks(tests++);

    private ApiClient.Answer planned(String title, String from, String to, String... invited) {
        var made = dmitri.post(
                "/api/v1/events?notify=none",
                inviting(timed(title, day, from, to), invited).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private ApiClient.Answer series() {
        var made = dmitri.post(
                "/api/v1/events",
                repeating(timed("Series", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=3")
                        .toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    /** As it is once the room has answered: nothing else changes it by itself. */
    private ApiClient.Answer settled(ApiClient.Answer made) {
        return await().until(
                        () -> dmitri.get(path(made)),
                        now -> attendee(now.body(), NEVA).get("status").asText().equals("accepted"));
    }

    private void delete(ApiClient.Answer made) {
        assertThat(dmitri.delete(path(made) + "?notify=none", settled(made).etag())
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2029-13-01T00:00:00Z", "2029-09-03T10:00:00", "2029-09-03T10:00:00%2B99:00"})
    void anInstanceThatIsNoMomentIsNamedByEachVerb(String instance) {
        var made = series();
        var at = path(made) + "?scope=this&instance=" + instance;
        var answers = List.of(
                dmitri.get(path(made) + "?instance=" + instance),
                dmitri.patch(at, made.etag(), "{\"title\":\"x\"}"),
                dmitri.delete(at, made.etag()),
                dmitri.put(path(made) + "/answer?instance=" + instance, "{\"status\":\"accepted\"}"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
            assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("instance");
        });
        assertThat(dmitri.get(path(made)).etag()).isEqualTo(made.etag());
    }

    @Test
    void anInstanceThatTheSeriesDoesNotHaveIsNotFound() {
        var made = series();
        var at = path(made) + "?scope=this&instance=" + day + "T03:00:00Z";
        assertThat(dmitri.get(at).status()).isEqualTo(404);
        assertThat(dmitri.patch(at, made.etag(), "{\"title\":\"x\"}").status()).isEqualTo(404);
        assertThat(dmitri.delete(at, made.etag()).status()).isEqualTo(404);
        assertThat(dmitri.get(path(made)).etag()).isEqualTo(made.etag());
    }

    @Test
    void movingOntoATimeAtWhichTheRoomIsTakenIsRefusedAndMovesNothing() {
        planned("There first", "12:00", "13:00", NEVA);
        var mine = planned("Moves", "10:00", "11:00", NEVA);
        var before = settled(mine);
        var there = timed("Moves", day, "12:30", "13:30");
        var refused =
                dmitri.patch(path(mine), before.etag(), there.without("title").toString());
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(409);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:room-busy");
        assertThat(refused.body().at("/conflicts/0/address").asText()).isEqualTo(NEVA);
        assertThat(dmitri.get(path(mine)).body()).isEqualTo(before.body());
    }

    @Test
    void whatIsRestoredAfterItsRoomWasTakenStaysInTheTrash() {
        var mine = planned("Rued", "10:00", "11:00", NEVA);
        delete(mine);
        var other = planned("Quicker", "10:30", "11:30", NEVA);
        var refused = dmitri.post(path(mine) + "/restore", "");
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(409);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:room-busy");
        assertThat(items(dmitri.get("/api/v1/trash")))
                .extracting(e -> e.get("id"))
                .contains(mine.body().get("id"));
        delete(other);
        assertThat(dmitri.post(path(mine) + "/restore?notify=none", "").status())
                .isEqualTo(200);
    }

    @Test
    void timesAreSuggestedAtWhichTheRoomIsFreeToo() {
        planned("Fills the room", "09:00", "12:00", NEVA);
        var wish = "{\"required\":[\"eva@kalends.test\"],\"rooms\":[\"" + NEVA + "\"],\"duration\":\"PT1H\",\"from\":\""
                + day + "T06:00:00Z\",\"to\":\"" + day + "T15:00:00Z\",\"workingHours\":true}";
        await().untilAsserted(() -> {
            var answer = dmitri.post("/api/v1/freebusy/suggestions", wish);
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            assertThat(items(answer).get(0).get("start").asText()).isEqualTo(day + "T09:00:00Z");
        });
    }

    @Test
    void ofAnAddressOutsideNobodyKnowsAnything() {
        var answer = dmitri.get(
                "/api/v1/freebusy?who=guest@example.org&who=eva@kalends.test&" + range(day, day.plusDays(1)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(items(answer)).extracting(i -> i.get("known").asBoolean()).containsExactly(false, true);
        assertThat(list(items(answer).get(0).get("busy"))).isEmpty();
        assertThat(answer.body().get("partial").asBoolean())
                .as("all were asked")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/events, text/plain",
        "PUT, /api/v1/settings, application/xml",
        "POST, /api/v1/session, text/html"
    })
    void aBodyOfAKindThatIsNotTakenIs415(String method, String path, String type) {
        var answer = dmitri.with(Map.of("Content-Type", type)).withoutTag(method, path, "{}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(415);
        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void nobodyKeepsMoreThanTwentyStreamsOpen() throws IOException {
        var clara = ApiClient.loggedIn(server, "clara");
        var open = new ArrayList<InputStream>();
        try {
            for (int i = 0; i < 20; i++) {
                var stream = clara.stream("");
                open.add(stream.body());
                assertThat(stream.statusCode()).isEqualTo(200);
            }
            var refused = clara.stream("");
            open.add(refused.body());
            assertThat(refused.statusCode()).isEqualTo(429);
        } finally {
            for (var stream : open) stream.close();
        }
    }
}
