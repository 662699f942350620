package org.kalends.exchange.migration.jmx;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Asked;
import org.kalends.exchange.ConsoleWords;
import org.kalends.exchange.migration.MigrationJob;
import org.kalends.exchange.migration.MigrationJob.Manner;
import org.kalends.exchange.migration.MigrationJob.Mode;
import org.kalends.exchange.migration.MigrationJob.State;
import org.kalends.exchange.migration.MigrationJobs;
import org.kalends.exchange.migration.MigrationJobs.Turn;
import org.kalends.problem.CalendarException;

/** What a console sees and does of jobs. */
final class MigrationView extends NotificationBroadcasterSupport implements ExchangeMigrationMXBean {

    private static final int SHOWN = 1_000;

    private final MigrationJobs jobs;
    private final AtomicLong notifications = new AtomicLong();

    MigrationView(MigrationJobs jobs) {
        super(new MBeanNotificationInfo(
                new String[] {FAILED}, Notification.class.getName(), "A mailbox could not be moved"));
        this.jobs = jobs;
    }

    void tellOfFailure(MigrationJob job, String source) {
        sendNotification(new Notification(
                FAILED, source, notifications.incrementAndGet(), job.mailbox() + ": " + job.problem()));
    }

    @Override
    public long getNewJobs() {
        return jobs.count(State.NEW);
    }

    @Override
    public long getRunningJobs() {
        return jobs.count(State.RUNNING);
    }

    @Override
    public long getWaitingJobs() {
        return jobs.count(State.WAITING);
    }

    @Override
    public long getPausedJobs() {
        return jobs.count(State.PAUSED);
    }

    @Override
    public long getFailedJobs() {
        return jobs.count(State.FAILED);
    }

    @Override
    public long getQueueDepth() {
        return jobs.count(State.NEW) + jobs.count(State.WAITING);
    }

    @Override
    public double getItemsPerSecond() {
        return jobs.itemsPerSecond();
    }

    @Override
    public int getAtOnce() {
        return jobs.pace().atOnce();
    }

    @Override
    public String getBackOffUntil() {
        var until = jobs.pace().restsUntil();
        return until == null ? "" : until.toString();
    }

    @Override
    public List<String> startMigration(String mailboxes, String from, String to, boolean dryRun) {
        return start(
                mailboxes, new Manner(dryRun ? Mode.REHEARSAL : Mode.WRITING, moment("from", from), moment("to", to)));
    }

    @Override
    public List<String> startAnnouncedMigration(String mailboxes, String from, String to) {
        return start(mailboxes, new Manner(Mode.ANNOUNCING, moment("from", from), moment("to", to)));
    }

    @Override
    public List<String> verify(String mailboxes) {
        return start(mailboxes, new Manner(Mode.VERIFICATION, null, null));
    }

    private List<String> start(String mailboxes, Manner manner) {
        var addresses = ConsoleWords.mailboxes(mailboxes);
        return ConsoleWords.asked(() -> jobs.start(null, addresses, manner)).stream()
                .map(MigrationView::line)
                .toList();
    }

    private static @Nullable Instant moment(String name, String text) {
        try {
            return text.isBlank() ? null : Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ": must be a moment such as 2026-01-31T00:00:00Z");
        }
    }

    private static String line(Asked<MigrationJob> asked) {
        if (asked instanceof Asked.Begun<MigrationJob> begun)
            return begun.what().mailbox() + ": " + begun.what().id();
        var refused = (Asked.Refused<MigrationJob>) asked;
        return refused.address() + ": " + refused.reason();
    }

    @Override
    public Job pause(String job) {
        return turn(job, Turn.PAUSE);
    }

    @Override
    public Job resume(String job) {
        return turn(job, Turn.RESUME);
    }

    @Override
    public Job stop(String job) {
        return turn(job, Turn.STOP);
    }

    @Override
    public Job retry(String job) {
        return turn(job, Turn.RETRY);
    }

    private Job turn(String job, Turn turn) {
        return shown(ConsoleWords.asked(() -> jobs.turn(null, id(job), turn)));
    }

    @Override
    public int retryFailed() {
        int retried = 0;
        for (var job : jobs.list(State.FAILED)) {
            try {
                jobs.turn(null, job.id(), Turn.RETRY);
                retried++;
            } catch (CalendarException e) {
                // another job moves that mailbox by now
            }
        }
        return retried;
    }

    @Override
    public List<Job> listJobs(String state) {
        return jobs.list(state.isBlank() ? null : state(state)).stream()
                .map(MigrationView::shown)
                .toList();
    }

    private static State state(String text) {
        try {
            return State.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("state: must be one of " + Arrays.toString(State.values()));
        }
    }

    @Override
    public Job job(String job) {
        return shown(ConsoleWords.asked(() -> jobs.find(id(job))));
    }

    @Override
    public List<String> jobReport(String job) {
        return ConsoleWords.asked(() -> jobs.noted(id(job), "", SHOWN)).stream()
                .map(item -> item.calendar() + ": " + item.title() + ": " + item.action() + ": " + item.reason())
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("job: must be the id of a job");
        }
    }

    private static Job shown(MigrationJob job) {
        return new Job(
                job.id().toString(),
                job.mailbox().value(),
                job.state().name(),
                job.counts().seen(),
                job.counts().failed(),
                job.problem() == null ? "" : job.problem());
    }
}
