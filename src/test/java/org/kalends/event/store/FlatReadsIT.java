package org.kalends.event.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kalends.event.store.ObjectChanges.Since;
import org.kalends.event.store.ObjectChanges.Texts;
import org.kalends.event.store.ObjectQueries.Range;
import org.kalends.freebusy.store.BusyStoreOver;
import org.kalends.support.TestDatabase;
import org.kalends.time.Interval;

/**
 * The same answer costs the same in a calendar of 10,000 objects as in one of 1,000: counted in rows and pages that
 * PostgreSQL touched for it, which does not depend on what else the machine does.
 */
class FlatReadsIT {

    private static final double FLAT = 1.3;
    private static final int ASKED_FOR = 50;

    /** A month with {@link #ASKED_FOR} events in either calendar; the others are spread over twelve years. */
    private static final Interval MONTH =
            new Interval(Instant.parse("2028-03-01T00:00:00Z"), Instant.parse("2028-04-01T00:00:00Z"));

    private static Jdbi jdbi;
    private static Handle connection;
    private static Home small;
    private static Home large;

    private record Home(UUID id, UUID calendar, int objects) {

        Home(int objects) {
            this(UUID.randomUUID(), UUID.randomUUID(), objects);
        }
    }

    private record Work(long rows, long pages) {
        long together() {
            return rows + pages;
        }
    }

    private interface Read {
        void of(Home home, AtomicInteger answered);
    }

    @BeforeAll
    static void aHomeOfAThousandAndOneOfTenThousand() throws SQLException {
        jdbi = Jdbi.create(TestDatabase.migrated().getConnection()).installPlugin(new PostgresPlugin());
        connection = jdbi.open();
        small = furnished(new Home(1_000));
        large = furnished(new Home(10_000));
        connection.execute("vacuum analyze");
    }

    @AfterAll
    static void leave() {
        connection.close();
    }

    private static Home furnished(Home home) {
        connection.execute(
                "insert into calendar (home_id, cal_id, uri, name, color, zone, change_seq) values (?, ?, 'c', 'c', '', 'UTC', ?)",
                home.id(),
                home.calendar(),
                home.objects());
        connection.execute("create temporary table if not exists made as select 0 as n, gen_random_uuid() as obj_id,"
                + " tstzrange(null, null) as period limit 0");
        connection.execute("truncate made");
        connection.execute(
                """
                insert into made select n, gen_random_uuid(), tstzrange(starts, starts + interval '30 minutes') from (
                  select n, case when n <= ? then timestamptz '2028-03-01 10:00Z' + n * interval '12 hours'
                    else timestamptz '2028-05-01 10:00Z' + (n - ?) * interval '10 years' / ? end as starts
                  from generate_series(1, ?) n) as spread""",
                ASKED_FOR,
                ASKED_FOR,
                home.objects(),
                home.objects());
        connection.execute(
                """
                insert into calendar_object (home_id, obj_id, cal_id, name, uid, ical, etag, sched_role, sequence, span, summary,
                  search, brief, change_seq, created, modified)
                select ?, obj_id, ?, 'n' || lpad(n::text, 5, '0') || '.ics', 'u' || n, convert_to(repeat('x', 600), 'UTF8'), decode(md5(n::text), 'hex'), 0, 0, period,
                  '', '', '[]', n, now(), now() from made""",
                home.id(),
                home.calendar());
        connection.execute(
                "insert into instance select ?, obj_id, lower(period), ?, period, false, 1, false from made",
                home.id(),
                home.calendar());
        connection.execute(
                "insert into change_log (home_id, cal_id, name, obj_id, seq, op) select ?, ?, 'n' || lpad(n::text, 5, '0') || '.ics', obj_id, n, 'A' from made",
                home.id(),
                home.calendar());
        return home;
    }

    /** Within one transaction, as the counters of a session are given away between two. */
    private static Work worked(Home home, Read read, int answers) {
        connection.begin();
        var before = touched();
        var answered = new AtomicInteger();
        read.of(home, answered);
        var after = touched();
        connection.rollback();
        assertThat(answered).hasValue(answers);
        return new Work(after.rows() - before.rows(), after.pages() - before.pages());
    }

    private static Work touched() {
        return connection
                .createQuery(
                        "select sum(pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid)) as rows,"
                                + " sum(pg_stat_get_xact_blocks_fetched(oid)) as pages"
                                + " from pg_class where relnamespace = 'public'::regnamespace")
                .map((row, context) -> new Work(row.getLong("rows"), row.getLong("pages")))
                .one();
    }

    private static void isFlat(Read read, int answers) {
        worked(small, read, answers); // what the session learns of the tables it learns here
        worked(large, read, answers);
        var few = worked(small, read, answers);
        var many = worked(large, read, answers);
        assertThat(few.rows()).as("the counters count").isGreaterThanOrEqualTo(answers);
        assertThat(few.pages()).as("the counters count").isPositive();
        assertThat((double) many.together()).as(few + " and " + many).isLessThanOrEqualTo(few.together() * FLAT);
    }

    private static View view(Home home) {
        return new View(home.id(), home.calendar(), null);
    }

    @Test
    void aMonthOfACalendar() {
        var queries = new ObjectQueries();
        queries.jdbi = jdbi;
        isFlat(
                (home, answered) -> queries.events(
                        view(home), new Range(MONTH, ZoneOffset.UTC), found -> answered.incrementAndGet()),
                ASKED_FOR);
    }

    @Test
    void whatChangedSinceAToken() {
        var changes = new ObjectChanges();
        changes.jdbi = jdbi;
        for (int missed : new int[] {0, ASKED_FOR}) {
            isFlat(
                    (home, answered) -> changes.since(
                            new Since(view(home), home.objects() - missed, 0, Texts.READ),
                            1000,
                            change -> answered.incrementAndGet()),
                    missed);
        }
    }

    @Test
    void objectsByTheirNames() {
        var objects = new ObjectStore();
        objects.jdbi = jdbi;
        var names = IntStream.rangeClosed(1, ASKED_FOR)
                .mapToObj(n -> "n%05d.ics".formatted(n))
                .toList();
        isFlat((home, answered) -> objects.named(view(home), names, found -> answered.incrementAndGet()), ASKED_FOR);
        isFlat(
                (home, answered) ->
                        objects.find(view(home), "n00007.ics").ifPresent(found -> answered.incrementAndGet()),
                1);
    }

    @Test
    void whenACalendarIsBusy() {
        var busy = BusyStoreOver.database(jdbi);
        isFlat(
                (home, answered) -> answered.set(
                        busy.busyIn(home.id(), home.calendar(), MONTH).size()),
                ASKED_FOR);
    }
}
