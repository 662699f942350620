package org.kalends.exchange.migration.jmx;

import java.util.List;

/**
 * Moves mailboxes from Exchange. It sends a notification {@link #FAILED} with the mailbox and the reason when a job
 * fails, on whatever node. Operations end with an {@link IllegalArgumentException} that says what is wrong.
 */
public interface ExchangeMigrationMXBean {

    /** Type of the notification. */
    String FAILED = "org.kalends.exchange.migration.failed";

    long getNewJobs();

    long getRunningJobs();

    long getWaitingJobs();

    long getPausedJobs();

    long getFailedJobs();

    /** Jobs that wait for their turn. */
    long getQueueDepth();

    /** Items that the jobs at work come to in a second, all nodes together, each since it began. */
    double getItemsPerSecond();

    /** How many mailboxes may be worked on at once; fewer after Exchange was busy. */
    int getAtOnce();

    /** Until when Exchange wants to be left alone; empty where it does not. */
    String getBackOffUntil();

    /**
     * Begins a job for each mailbox.
     *
     * @param mailboxes addresses between commas
     * @param from moment such as {@code 2026-01-01T00:00:00Z}; what ends before is left; empty for all
     * @param to moment; what begins later is left; empty for all
     * @param dryRun whether all is done but for what is kept
     * @return a line for each: the address, a colon, the job's id or why there is none
     */
    List<String> startMigration(String mailboxes, String from, String to, boolean dryRun);

    /**
     * Begins a job for each mailbox that also invites the guests of meetings which are still to come and which the
     * mailbox's owner organizes, as if he had planned them here just now.
     *
     * @param mailboxes addresses between commas
     * @param from as of {@link #startMigration}
     * @param to as of {@link #startMigration}
     * @return a line for each: the address, a colon, the job's id or why there is none
     */
    List<String> startAnnouncedMigration(String mailboxes, String from, String to);

    /**
     * Begins a job for each mailbox that moves nothing: it counts what Exchange shows against what is here.
     *
     * @param mailboxes addresses between commas
     * @return a line for each: the address, a colon, the job's id or why there is none
     */
    List<String> verify(String mailboxes);

    Job pause(String job);

    Job resume(String job);

    Job stop(String job);

    Job retry(String job);

    /** How many failed jobs go on. */
    int retryFailed();

    /**
     * The newest thousand.
     *
     * @param state such as {@code FAILED}; empty for all
     */
    List<Job> listJobs(String state);

    Job job(String job);

    /** The first thousand of what was not taken whole: mailbox's calendar, title, what was done and why. */
    List<String> jobReport(String job);

    /** A job as a console shows it. */
    record Job(String id, String mailbox, String state, int seen, int failed, String problem) {

        public String getId() {
            return id;
        }

        public String getMailbox() {
            return mailbox;
        }

        public String getState() {
            return state;
        }

        public int getSeen() {
            return seen;
        }

        public int getFailed() {
            return failed;
        }

        public String getProblem() {
            return problem;
        }
    }
}
