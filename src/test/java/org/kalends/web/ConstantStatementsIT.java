package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

/**
 * How many SQL statements one request takes, counted by the server at the driver: the same number whatever there is to
 * list, to save, to ask. Log-in check and commit are in it.
 */
class ConstantStatementsIT {

    private static final String EVENTS = "/api/v1/events";
    private static final LocalDate SMALL = LocalDate.of(2028, 1, 1);
    private static final LocalDate LARGE = LocalDate.of(2028, 2, 1);
    private static final String PREFIX = "n" + UUID.randomUUID().toString().substring(0, 6);
    private static final int COLLEAGUES = 50;

    private static final KalendsServer SERVER = KalendsServer.shared();
    private static final ApiClient ADMIN = ApiClient.loggedIn(SERVER, "admin");
    private static ApiClient planner;

    @BeforeAll
    static void aMonthWithFiveInstancesAndOneWithFiveHundred() {
        for (int i = 0; i < COLLEAGUES; i++) user(PREFIX + i);
        planner = user(PREFIX).with(Map.of("X-Count-Statements", "yes"));
        made(repeating(timed("Daily", SMALL.plusDays(2), "09:00", "09:15"), "FREQ=DAILY;COUNT=5")
                .toString());
        for (int i = 0; i < 50; i++) {
            var daily = timed("Daily " + i, LARGE.plusDays(1 + i % 10), "10:00", "10:30");
            made(repeating(daily, "FREQ=DAILY;COUNT=10").toString());
        }
    }

    /** Thousands of messages follow from these saves; who comes next would wait behind them for half a minute. */
    @AfterAll
    static void whatFollowsIsSentBeforeOthersUseTheServer() {
        var database = SERVER.database();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(waiting(database)).isZero());
    }

    /** Some fall due later: mails that wait for further edits, results that are looked for. */
    private static int waiting(Jdbi database) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from outbox where state = 0"
                        + " and not_before < now() + interval '10 seconds'")
                .mapTo(Integer.class)
                .one());
    }

    private static ApiClient user(String login) {
        var named = "{\"login\":\"" + login + "\",\"name\":\"" + login + "\",\"address\":\"" + login
                + "@kalends.test\",\"password\":\"%s\"}";
        var password = login.equals(PREFIX) ? "demo demo demo" : "";
        var body = password.isEmpty() ? named.replace(",\"password\":\"%s\"", "") : named.formatted(password);
        assertThat(ADMIN.post("/api/v1/admin/users", body).status()).isEqualTo(201);
        if (password.isEmpty()) return ADMIN;
        var session = ApiClient.anonymous(SERVER)
                .post("/api/v1/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        return ApiClient.bearer(SERVER, session.body().get("token").asText());
    }

    private static Answer made(String event) {
        var made = planner.post(EVENTS, event);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    /** The fewest of several: a connection that is opened just now brings statements of its own. */
    private static int statements(Supplier<Answer> request) {
        return Stream.generate(request)
                .limit(4)
                .peek(answer ->
                        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 299))
                .mapToInt(answer -> Integer.parseInt(answer.header("X-Statements")))
                .min()
                .orElseThrow();
    }

    private static int listed(LocalDate month, String more) {
        return planner.get(EVENTS + "?" + range(month, month.plusMonths(1)) + "&limit=1000" + more)
                .body()
                .get("items")
                .size();
    }

    private static int ofRange(LocalDate month, String more) {
        return statements(() -> planner.get(EVENTS + "?" + range(month, month.plusMonths(1)) + "&limit=1000" + more));
    }

    @Test
    void aMonthOfFiveHundredTakesNoMoreThanOneOfFive() {
        assertThat(listed(SMALL, "")).isEqualTo(5);
        assertThat(listed(LARGE, "")).isEqualTo(500);
        assertThat(ofRange(LARGE, "")).isEqualTo(ofRange(SMALL, "")).isBetween(2, 4);
        assertThat(ofRange(LARGE, "&expand=attendees")).isEqualTo(ofRange(SMALL, "&expand=attendees"));
    }

    @Test
    void aSearchTakesNoMoreWhereItFindsMore() {
        assertThat(listed(LARGE, "&q=daily")).isEqualTo(500);
        assertThat(ofRange(LARGE, "&q=daily")).isEqualTo(ofRange(SMALL, "&q=daily"));
    }

    @Test
    void aSaveTakesNoMoreForAHundredThanForOne() {
        int one = statements(() -> saved(1));
        assertThat(List.of(statements(() -> saved(20)), statements(() -> saved(100))))
                .containsOnly(one);
        assertThat(one).isBetween(10, 26);
    }

    @Test
    void aCrowdIsToldLaterSoItsSaveTakesFewer() {
        assertThat(statements(() -> saved(200))).isLessThan(statements(() -> saved(20)));
    }

    @Test
    void aChangeADeletionAndAReadTakeNoMoreForAHundredThanForOne() {
        var small = saved(1);
        var large = saved(100);
        assertThat(statements(() -> read(large))).isEqualTo(statements(() -> read(small)));
        assertThat(statements(() -> moved(large))).isEqualTo(statements(() -> moved(small)));
        assertThat(statements(() -> deleted(saved(100)))).isEqualTo(statements(() -> deleted(saved(1))));
    }

    @Test
    void freeBusyOfFiftyTakesNoMoreThanOfOne() {
        assertThat(statements(() -> asked(50))).isEqualTo(statements(() -> asked(1)));
        assertThat(statements(() -> suggested(50))).isEqualTo(statements(() -> suggested(1)));
    }

    @Test
    void roomsAndPeopleTakeTheSameForOneAndForMany() {
        var day = "/api/v1/rooms?" + range(SMALL, SMALL.plusDays(1));
        assertThat(statements(() -> planner.get(day + "&capacity=20"))).isEqualTo(statements(() -> planner.get(day)));
        assertThat(statements(() -> planner.get("/api/v1/people?q=" + PREFIX)))
                .isEqualTo(statements(() -> planner.get("/api/v1/people?q=" + PREFIX + "7@")));
    }

    private static Answer saved(int attendees) {
        var invited = IntStream.range(0, attendees)
                .mapToObj(i -> i < COLLEAGUES ? PREFIX + i + "@kalends.test" : PREFIX + i + "@example.org")
                .toArray(String[]::new);
        return made(inviting(timed("Meeting", SMALL.plusYears(1), "10:00", "11:00"), invited)
                .toString());
    }

    private static String path(Answer event) {
        return EVENTS + "/" + event.body().get("id").asText();
    }

    private static Answer read(Answer event) {
        return planner.get(path(event));
    }

    private static Answer moved(Answer event) {
        var now = read(event);
        var later = LocalDate.parse(now.body().at("/start/dateTime").asText().substring(0, 10))
                .plusDays(1);
        var change = timed("Meeting", later, "10:00", "11:00");
        return planner.patch(path(event), now.etag(), change.toString());
    }

    private static Answer deleted(Answer event) {
        return planner.delete(path(event), event.etag());
    }

    private static String who(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> "\"" + PREFIX + i + "@kalends.test\"")
                .toList()
                .toString();
    }

    private static Answer asked(int people) {
        return planner.post(
                "/api/v1/freebusy",
                "{\"who\":" + who(people) + ",\"from\":\"2028-01-03T00:00:00Z\",\"to\":\"2028-01-10T00:00:00Z\"}");
    }

    private static Answer suggested(int people) {
        return planner.post(
                "/api/v1/freebusy/suggestions",
                "{\"required\":" + who(people) + ",\"duration\":\"PT30M\",\"from\":\"2028-01-03T00:00:00Z\","
                        + "\"to\":\"2028-01-10T00:00:00Z\"}");
    }
}
