package org.kalends.exchange.migration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Ids;
import org.kalends.exchange.Asked;
import org.kalends.exchange.MailboxOwners;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.migration.MigrationJob.Counts;
import org.kalends.exchange.migration.MigrationJob.Cursor;
import org.kalends.exchange.migration.MigrationJob.Manner;
import org.kalends.exchange.migration.MigrationJob.State;
import org.kalends.exchange.migration.MigrationJob.Times;
import org.kalends.exchange.migration.store.JobStore;
import org.kalends.exchange.migration.store.NotedStore;
import org.kalends.exchange.pace.Pace;
import org.kalends.exchange.pace.Standing;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Deed;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** What an administrator does with jobs. */
@Stateless
public class MigrationJobs {

    /** Mailboxes in one request. */
    public static final int MOST = 10_000;

    private static final int SHOWN = 1_000;

    @Inject
    JobStore jobs;

    @Inject
    NotedStore noted;

    @Inject
    MailboxOwners owners;

    @Inject
    EwsClient exchange;

    @Inject
    Pace pace;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Begins a job for each, once for what stands there twice.
     *
     * @param actor null for whoever sits at a console of the machine
     * @throws CalendarException 409 if there is no Exchange to ask
     */
    public List<Asked<MigrationJob>> start(@Nullable UUID actor, List<String> addresses, Manner manner) {
        if (!exchange.isThere()) {
            throw new CalendarException(Problem.CONFLICT, "No Exchange is configured: kalends.exchange.url");
        }
        return owners.each(addresses, (owner, address) -> start(actor, owner, address, manner));
    }

    private Asked<MigrationJob> start(@Nullable UUID actor, Principal owner, CalendarAddress address, Manner manner) {
        var now = clock.instant();
        var job = new MigrationJob(
                Ids.next(),
                address,
                owner.id(),
                State.NEW,
                manner,
                Cursor.START,
                null,
                new Counts(0, 0, 0, 0, 0, 0),
                null,
                new Times(now, null, null, now),
                0,
                null);
        if (!jobs.add(job, actor)) return new Asked.Refused<>(address.value(), "It is being moved already");
        audit.note(Deed.of(AuditAction.MIGRATION_STARTED, actor, job.home()));
        return new Asked.Begun<>(job);
    }

    /**
     * The newest first, a thousand at most.
     *
     * @param state null for all
     */
    public List<MigrationJob> list(@Nullable State state) {
        return jobs.list(state, SHOWN);
    }

    /** @throws CalendarException 404 */
    public MigrationJob find(UUID id) {
        return jobs.find(id).orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no such job"));
    }

    /** Those that failed since, on whatever node; none where there is no Exchange. */
    public List<MigrationJob> failedSince(Instant moment) {
        return exchange.isThere() ? jobs.failedSince(moment) : List.of();
    }

    /** How many stand so. */
    public long count(State state) {
        return jobs.count(state);
    }

    /** What those at work come to, all together, each since it began. */
    public double itemsPerSecond() {
        return jobs.itemsPerSecond(clock.instant());
    }

    /** Whether there is an Exchange to ask. */
    public boolean possible() {
        return exchange.isThere();
    }

    /** How much is asked of Exchange. */
    public Standing pace() {
        return pace.standing();
    }

    /**
     * What is to be said of single items.
     *
     * @param after the last one that is known; empty for none
     */
    public List<ItemOutcome> noted(UUID id, String after, int most) {
        find(id);
        return noted.noted(id, after, most);
    }

    /**
     * Tells a job what to do.
     *
     * @param actor null for whoever sits at a console of the machine
     * @throws CalendarException 404, or 409 if a job that stands as it does cannot
     */
    public MigrationJob turn(@Nullable UUID actor, UUID id, Turn turn) {
        var job = find(id);
        if (!jobs.turn(id, turn.from(), turn.to(), clock.instant())) {
            var state = find(id).state();
            throw new CalendarException(
                    Problem.CONFLICT,
                    "A job that is " + state + " cannot be told to " + turn + ", or another one runs");
        }
        audit.note(Deed.of(AuditAction.MIGRATION_TURNED, actor, job.home()));
        return find(id);
    }

    /** What a job can be told. */
    public enum Turn {
        PAUSE,
        RESUME,
        STOP,
        /** Goes on where it failed or was stopped. */
        RETRY;

        private State to() {
            return switch (this) {
                case PAUSE -> State.PAUSED;
                case STOP -> State.STOPPED;
                case RESUME, RETRY -> State.WAITING;
            };
        }

        private List<State> from() {
            return switch (this) {
                case PAUSE -> List.of(State.NEW, State.RUNNING, State.WAITING);
                case STOP -> List.of(State.NEW, State.RUNNING, State.WAITING, State.PAUSED);
                case RESUME -> List.of(State.PAUSED);
                case RETRY -> List.of(State.FAILED, State.STOPPED);
            };
        }
    }
}
