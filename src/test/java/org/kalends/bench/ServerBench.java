package org.kalends.bench;

import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

/** The three works that the performance page names, at the real server and by bare SQL. Prints a table. */
final class ServerBench {

    private static final String EVENTS = "/api/v1/events";
    private static final LocalDate MONTH = LocalDate.of(2027, 9, 1);
    private static final LocalDate WEEK = LocalDate.of(2027, 11, 1);
    private static final LocalDate SAVED_ON = LocalDate.of(2028, 1, 10);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final List<String> PEOPLE =
            IntStream.range(0, 50).mapToObj(i -> "bench" + i + "@kalends.test").toList();
    private static final int CROWD = 2000;
    private static final int CROWD_SAVES = 8;
    private static final List<String> INVITED = PEOPLE.subList(0, 20);

    private final ApiClient admin;
    private final ApiClient planner;
    private final BareSql sql;
    private final UUID home;
    private final List<Double> deliveries = new ArrayList<>();
    private Answer last;

    private ServerBench(KalendsServer server, ApiClient planner, BareSql sql) throws Exception {
        this.sql = sql;
        this.admin = ApiClient.loggedIn(server, "admin");
        this.planner = planner;
        this.home = sql.principal("eva");
        this.last = planner.get("/api/v1/session");
    }

    /**
     * @param arguments {@code crowd} or {@code crowd-at-rest} to measure that meeting alone, which takes some minutes; none for
     *     everything
     */
    public static void main(String[] arguments) throws Exception {
        try (var server = KalendsServer.fresh(KalendsServer.LONG_LIVED)) {
            var readyAfter = server.startTook();
            var planner = ApiClient.loggedIn(server, "eva");
            try (var sql = BareSql.joined(server.data())) {
                OUT.println("From nothing to ready: " + readyAfter.toMillis() + " ms; PostgreSQL fsync = "
                        + sql.setting("fsync") + ", synchronous_commit = " + sql.setting("synchronous_commit"));
                var bench = new ServerBench(server, planner, sql);
                switch (arguments.length == 0 ? "" : arguments[0]) {
                    case "crowd" -> bench.crowd(() -> {});
                    case "crowd-at-rest" -> bench.crowd(bench::rest);
                    default -> bench.run();
                }
            }
        }
    }

    private void run() throws Exception {
        furnish();
        OUT.println(Comparison.heading());
        OUT.println(new Comparison("month range of 500 instances", this::listed, this::listedBare).measured());
        OUT.println(new Comparison("free/busy of 50 people for a week", this::busy, this::busyBare).measured());
        var template = saved();
        var rows = sql.rowsOf(template.body().get("id").asText(), home);
        OUT.println(new Comparison(
                        "save with 20 attendees (" + rows.count() + " rows)",
                        this::saved,
                        () -> sql.save(rows, home, INVITED),
                        () -> deliveries.add(delivered(INVITED.size())))
                .measured());
        OUT.printf(Locale.ROOT, "%nLast of 20 copies after the answer: %s%n", spread(deliveries));
        OUT.println(new Comparison(
                        "the same, one after the other, while copies and mails of those before are made",
                        this::saved,
                        () -> sql.save(rows, home, INVITED))
                .measured());
        crowd(() -> {});
    }

    /**
     * A meeting of the whole company: the organizer does not wait for it.
     *
     * @param pause after everybody has his copy, before the next is saved
     */
    private void crowd(Runnable pause) throws Exception {
        var everybody = IntStream.range(0, CROWD)
                .mapToObj(i -> "crowd" + i + "@kalends.test")
                .toList();
        people(everybody);
        for (int i = 0; i < CROWD_SAVES; i++)
            save(everybody.subList(0, INVITED.size())); // the compiler has seen it then
        pause.run();
        var saves = new ArrayList<Double>();
        var copies = new ArrayList<Double>();
        for (int i = 0; i < CROWD_SAVES; i++) {
            saves.add(Comparison.timed(() -> last = save(everybody)));
            copies.add(delivered(CROWD));
            pause.run();
        }
        OUT.printf(
                Locale.ROOT,
                "%nSave with 2,000 attendees: %s; the last copy after the answer: %s%n",
                spread(saves),
                spread(copies));
    }

    private static String spread(List<Double> times) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                Comparison.percentile(times, 50),
                Comparison.percentile(times, 95),
                Comparison.percentile(times, 99));
    }

    /** Milliseconds until everybody has the event that was saved last. */
    private double delivered(int people) throws Exception {
        var uid = last.body().get("uid").asText();
        return Comparison.timed(() -> Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(2))
                .until(() -> sql.copies(uid, home) == people));
    }

    /** Until the mails of the meeting have left too. */
    private void rest() {
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(5))
                .until(sql::quiet);
    }

    private void people(List<String> addresses) {
        for (var address : addresses) {
            var login = address.substring(0, address.indexOf('@'));
            required(
                    201,
                    admin.post(
                            "/api/v1/admin/users",
                            "{\"login\":\"" + login + "\",\"name\":\"" + login + "\",\"address\":\"" + address
                                    + "\"}"));
        }
    }

    private void furnish() throws Exception {
        people(PEOPLE);
        for (int i = 0; i < 50; i++) {
            var series = timed("Daily " + i, MONTH.plusDays(1 + i % 15), "10:00", "10:30");
            required(
                    201,
                    planner.post(
                            EVENTS, repeating(series, "FREQ=DAILY;COUNT=10").toString()));
        }
        var all = PEOPLE.toArray(String[]::new);
        for (int i = 0; i < 4; i++) {
            var meeting = inviting(timed("All " + i, WEEK.plusDays(i), "12:00", "13:00"), all);
            required(201, planner.post(EVENTS + "?notify=none", meeting.toString()));
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> busyBare() == 4 * PEOPLE.size());
        if (listed() != 500 || listedBare() != 500) throw new IllegalStateException("not 500 instances");
    }

    private int listed() {
        var answer = planner.get(EVENTS + "?limit=1000&" + range(MONTH, MONTH.plusMonths(1)));
        return items(required(200, answer)).size();
    }

    private int listedBare() throws Exception {
        return sql.range(
                home,
                MONTH.atStartOfDay().atOffset(ZoneOffset.UTC),
                MONTH.plusMonths(1).atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    private Answer busy() {
        var who = "[\"" + String.join("\",\"", PEOPLE) + "\"]";
        return required(
                200,
                planner.post(
                        "/api/v1/freebusy",
                        "{\"who\":" + who + ",\"from\":\"" + WEEK + "T00:00:00Z\",\"to\":\"" + WEEK.plusDays(7)
                                + "T00:00:00Z\"}"));
    }

    private int busyBare() throws Exception {
        return sql.busy(
                PEOPLE,
                WEEK.atStartOfDay().atOffset(ZoneOffset.UTC),
                WEEK.plusDays(7).atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    private Answer saved() {
        last = save(INVITED);
        return last;
    }

    private Answer save(List<String> invited) {
        var meeting = inviting(timed("Meeting", SAVED_ON, "10:00", "11:00"), invited.toArray(String[]::new));
        return required(201, planner.post(EVENTS, meeting.toString()));
    }

    private static Answer required(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.raw().body());
        }
        return answer;
    }
}
