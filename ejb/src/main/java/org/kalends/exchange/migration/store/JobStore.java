package org.kalends.exchange.migration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.ews.EwsSettings;
import org.kalends.exchange.migration.MigrationJob;
import org.kalends.exchange.migration.MigrationJob.Counts;
import org.kalends.exchange.migration.MigrationJob.Cursor;
import org.kalends.exchange.migration.MigrationJob.State;
import org.kalends.exchange.migration.MigrationJob.Verified;

/** Jobs, and who works on them. */
@ApplicationScoped
public class JobStore {

    /** For how many answers of Exchange, each as late as can be, a lease lasts; it is renewed before each. */
    private static final int ANSWERS = 4;

    @Inject
    Jdbi jdbi;

    @Inject
    EwsSettings settings;

    /**
     * A job in the hands of one node.
     *
     * @param lease what its writes are checked by
     */
    public record Held(MigrationJob job, UUID lease) {}

    /** False if another job of the mailbox is not at its end. */
    public boolean add(MigrationJob job, @Nullable UUID actor) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                        insert into ews_job (job_id, mailbox, home_id, state, mode, range_from, range_to, asked_by, asked_at, not_before)
                        values (:id, :mailbox, :home, 'NEW', :mode, :from, :to, :actor, :now, :now)
                        on conflict do nothing""")
                        .bind("id", job.id())
                        .bind("mailbox", job.mailbox().value())
                        .bind("home", job.home())
                        .bind("mode", job.manner().mode().name())
                        .bind("from", job.manner().from())
                        .bind("to", job.manner().to())
                        .bindByType("actor", actor, UUID.class)
                        .bind("now", job.times().asked())
                        .execute())
                == 1;
    }

    /** The one that is due longest, and that nobody else has. */
    public Optional<Held> claim(Instant now) {
        var lease = UUID.randomUUID();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update ews_job set state = 'RUNNING', lease = :lease, lease_until = :until, problem = null,
                          started_at = coalesce(started_at, :now)
                        where job_id = (select job_id from ews_job
                          where state in ('NEW', 'WAITING') and not_before <= :now or state = 'RUNNING' and lease_until < :now
                          order by not_before, asked_at limit 1 for update skip locked)
                        returning *""")
                .bind("lease", lease)
                .bind("until", until(now))
                .bind("now", now)
                .map((row, context) -> new Held(JobRow.job(row), lease))
                .findOne());
    }

    /** Whether it is still in these hands; if so, for a while more. */
    public boolean renew(Held held, Instant now) {
        return held(held, "lease_until = :until", now) == 1;
    }

    /** Marks what became of a page. False if it is not in these hands any more. */
    public boolean advance(Held held, Cursor next, Counts more, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                        update ews_job set folder_id = :folder, sync_state = :sync, attempts = 0, lease_until = :until,
                          seen = seen + :seen, created = created + :created, updated = updated + :updated,
                          unchanged = unchanged + :unchanged, skipped = skipped + :skipped, failed = failed + :failed
                        where job_id = :id and lease = :lease and state = 'RUNNING'""")
                        .bind("id", held.job().id())
                        .bind("lease", held.lease())
                        .bind("folder", next.folder())
                        .bind("sync", next.syncState())
                        .bind("until", until(now))
                        .bindMethods(more)
                        .execute())
                == 1;
    }

    /** How much there is to do, about. */
    public void expect(Held held, long total) {
        jdbi.useHandle(handle -> handle.createUpdate("update ews_job set total = :total where job_id = :id")
                .bind("total", total)
                .bind("id", held.job().id())
                .execute());
    }

    /** What was counted. */
    public void verified(Held held, Verified counted) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ews_job set shown_there = :there, shown_here = :here, differing = :differing"
                                + " where job_id = :id and lease = :lease and state = 'RUNNING'")
                .bindMethods(counted)
                .bind("id", held.job().id())
                .bind("lease", held.lease())
                .execute());
    }

    public void done(Held held, Instant now) {
        held(held, "state = 'DONE', finished_at = :now, lease = null", now);
    }

    public void fail(Held held, String problem, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ews_job set state = 'FAILED', finished_at = :now, lease = null, problem = :problem"
                                + " where job_id = :id and lease = :lease and state = 'RUNNING'")
                .bind("id", held.job().id())
                .bind("lease", held.lease())
                .bind("problem", problem)
                .bind("now", now)
                .execute());
    }

    /** Leaves it until then. */
    public void wait(Held held, String problem, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ews_job set state = 'WAITING', attempts = attempts + 1, lease = null, problem = :problem,"
                                + " not_before = :until where job_id = :id and lease = :lease and state = 'RUNNING'")
                .bind("id", held.job().id())
                .bind("lease", held.lease())
                .bind("problem", problem)
                .bind("until", until)
                .execute());
    }

    private int held(Held held, String change, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update ews_job set " + change + " where job_id = :id and lease = :lease and state = 'RUNNING'")
                .bind("id", held.job().id())
                .bind("lease", held.lease())
                .bind("until", until(now))
                .bind("now", now)
                .execute());
    }

    private Instant until(Instant now) {
        return now.plus(settings.lease(ANSWERS));
    }

    public Optional<MigrationJob> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from ews_job where job_id = ?")
                .bind(0, id)
                .map((row, context) -> JobRow.job(row))
                .findOne());
    }

    /**
     * The newest first.
     *
     * @param state null for all
     */
    public List<MigrationJob> list(@Nullable State state, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_job where :state::text is null or state = :state order by asked_at desc, job_id desc limit :most")
                .bind("state", state == null ? null : state.name())
                .bind("most", most)
                .map((row, context) -> JobRow.job(row))
                .list());
    }

    /** Those that failed since, on whatever node. */
    public List<MigrationJob> failedSince(Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_job where state = 'FAILED' and finished_at >= ? order by finished_at")
                .bind(0, moment)
                .map((row, context) -> JobRow.job(row))
                .list());
    }

    /** What those at work come to, all together, each since it began. */
    public double itemsPerSecond(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(seen / greatest(1, extract(epoch from :now::timestamptz - started_at))), 0)"
                                + " from ews_job where state = 'RUNNING'")
                .bind("now", now)
                .mapTo(Double.class)
                .one());
    }

    /** How many stand so. */
    public long count(State state) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from ews_job where state = ?")
                .bind(0, state.name())
                .mapTo(Long.class)
                .one());
    }

    /** Whoever works on it finds that it is not his any more. False if it is in none of these states. */
    public boolean turn(UUID id, List<State> from, State to, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update ews_job set state = :to, lease = null, not_before = :now, problem = null, attempts = 0,"
                                        + " finished_at = case when :ended then :now::timestamptz end where job_id = :id and state = any(:from)"
                                        + " and not exists (select from ews_job other where other.mailbox = ews_job.mailbox and other.job_id <> :id"
                                        + " and not :ended and other.state in ('NEW', 'RUNNING', 'WAITING', 'PAUSED'))")
                        .bind("id", id)
                        .bind("from", from.stream().map(State::name).toArray(String[]::new))
                        .bind("to", to.name())
                        .bind("ended", to.ended())
                        .bind("now", now)
                        .execute())
                == 1;
    }
}
