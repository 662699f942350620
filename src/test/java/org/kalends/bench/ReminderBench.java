package org.kalends.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Jdbi;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/**
 * 100,000 reminders that are due within one minute: how late each is in the queue of its mails, by the database's clock,
 * and whether any is lost or there twice. As an argument {@code kill-database} and {@code kill-server} break in when half of
 * them are due and start it anew; {@code kill-node} kills one of two nodes for good.
 */
final class ReminderBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int PEOPLE = 200;
    private static final int EACH = 500;
    private static final int MINUTE = 60;
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final Duration BEFORE = Duration.ofSeconds(75);

    /** When each was queued stands beside the outbox, which is swept. */
    private static final String WITNESS =
            """
            create table bench_queued (key text, due timestamptz, at timestamptz);
            create function bench_queued() returns trigger language plpgsql as $$ begin
              insert into bench_queued values (new.dedup_key, (new.body->>'due')::timestamptz, clock_timestamp());
              return new; end $$;
            create trigger bench_queued after insert on outbox for each row when (new.queue = 'REMINDER_MAIL'
              and new.dedup_key not like '%#%') execute function bench_queued()""";

    private static final String OBJECTS =
            """
            with who as (select id, row_number() over (order by id) - 1 as n from principal where login like 'remind%'),
            thing as (select who.id as home, gen_random_uuid() as obj, e * :people + n as number,
                :base::timestamptz + make_interval(secs => (e * :people + n) % 60) as due
              from who cross join generate_series(0, :each - 1) as e),
            text as (select *, format(E'BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:-//b//b\\r\\nBEGIN:VEVENT\\r\\nUID:%s\\r\\n'
                || E'DTSTAMP:20261101T000000Z\\r\\nSUMMARY:Bench %s\\r\\nDTSTART:%s\\r\\nDURATION:PT30M\\r\\nBEGIN:VALARM\\r\\n'
                || E'ACTION:EMAIL\\r\\nTRIGGER:-PT15M\\r\\nDESCRIPTION:x\\r\\nSUMMARY:x\\r\\nATTENDEE:mailto:x@kalends.test\\r\\n'
                || E'END:VALARM\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n', :name || number, number,
                to_char((due + interval '15 minutes') at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')) as ical from thing),
            written as (insert into calendar_object (home_id, obj_id, cal_id, name, uid, ical, etag, sched_role, sequence, span,
                summary, search, brief, change_seq, created, modified)
              select t.home, obj, c.cal_id, obj || '.ics', (:name || number), convert_to(ical, 'UTF8'), '\\x00', 0, 0,
                tstzrange(due, due + interval '1 hour'), '', '', '[]', 1, now(), now()
              from text t join calendar c on c.home_id = t.home and c.is_default)
            insert into alarm_due (home_id, obj_id, user_id, due_at, look_at)
            select home, obj, home, due, due - interval '30 seconds' from text""";

    private final KalendsServer server;
    private final Jdbi database;
    private final String breakIn;

    private ReminderBench(KalendsServer server, Jdbi database, String breakIn) {
        this.server = server;
        this.database = database;
        this.breakIn = breakIn;
    }

    public static void main(String[] arguments) throws Exception {
        var breakIn = arguments.length > 0 ? arguments[0] : "";
        if (breakIn.equals("kill-node")) {
            try (var pair = new Pair()) {
                new ReminderBench(pair.first(), pair.database(), breakIn).run();
            }
        } else {
            try (var server = KalendsServer.fresh(KalendsServer.LONG_LIVED)) {
                new ReminderBench(server, server.database(), breakIn).run();
            }
        }
    }

    private void run() throws Exception {
        people();
        try (var handle = database.open();
                var statement = handle.getConnection().createStatement()) {
            statement.execute(WITNESS);
        }
        warmUp();
        var base = Instant.now().plus(BEFORE).truncatedTo(ChronoUnit.SECONDS);
        var begun = Instant.now();
        write("bench-", EACH, base);
        OUT.println("Written in " + Duration.between(begun, Instant.now()).toSeconds() + " s");
        if (breakIn.startsWith("kill-")) breakIn(base.plusSeconds(MINUTE / 2));
        awaiting().until(() -> queued() >= PEOPLE * EACH);
        tell();
    }

    /** What is measured is a server that has been up for a while, not its compiler. */
    private void warmUp() {
        write("warm-", EACH / 5, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        awaiting().until(() -> count("processed where consumer = 'reminder-mail'") >= PEOPLE * EACH / 5);
        database.useHandle(handle -> handle.execute("truncate bench_queued"));
    }

    private void write(String name, int each, Instant base) {
        database.useHandle(handle -> handle.createUpdate(OBJECTS)
                .bind("name", name)
                .bind("people", PEOPLE)
                .bind("each", each)
                .bind("base", base.toString())
                .execute());
    }

    private static ConditionFactory awaiting() {
        return Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions();
    }

    private void people() {
        var admin = ApiClient.loggedIn(server, "admin");
        IntStream.range(0, PEOPLE).forEach(i -> {
            var person = ApiClient.JSON
                    .createObjectNode()
                    .put("login", "remind" + i)
                    .put("name", "Remind " + i)
                    .put("address", "remind" + i + "@kalends.test")
                    .put("password", "demo demo demo");
            var made = admin.post("/api/v1/admin/users", person.toString());
            if (made.status() != 201) throw new IllegalStateException(made.raw().body());
        });
    }

    private void breakIn(Instant when) throws Exception {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> Instant.now()
                .isAfter(when));
        OUT.println(breakIn + " after " + queued() + " were queued");
        switch (breakIn) {
            case "kill-node" -> server.kill();
            case "kill-server" -> {
                server.kill();
                server.start();
            }
            default -> killDatabase();
        }
    }

    private void killDatabase() throws IOException {
        var pid = Files.readAllLines(server.data().resolve("postgresql/postmaster.pid"))
                .get(0);
        Optional.of(Long.parseLong(pid.strip())).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    private int queued() {
        return count("(select distinct key from bench_queued) as queued");
    }

    private int count(String rows) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Integer.class)
                .one());
    }

    private void tell() {
        database.useHandle(handle -> handle.createQuery(
                        """
                        select count(*) as all, count(distinct key) as different, (select count(*) from alarm_due d
                          join principal p on p.id = d.user_id where p.login like 'remind%') as left_over,
                          percentile_cont(array[0.5, 0.95, 0.99, 1]) within group (order by extract(epoch from at - due)) as late
                        from bench_queued""")
                .map((row, context) -> String.format(
                        Locale.ROOT,
                        "%d queued, %d different, %d left over; lateness in seconds p50, p95, p99, max: %s",
                        row.getInt("all"),
                        row.getInt("different"),
                        row.getInt("left_over"),
                        List.of((Object[]) row.getArray("late").getArray())))
                .forEach(OUT::println));
    }
}
