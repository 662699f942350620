package org.kalends.web.admin.exchange;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.migration.MigrationJob;
import org.kalends.exchange.migration.MigrationJob.Counts;
import org.kalends.exchange.migration.MigrationJob.Mode;
import org.kalends.exchange.migration.MigrationJob.Verified;

/** The move of a mailbox, as it stands. */
public record JobJson(
        UUID id,
        String mailbox,
        String state,
        boolean dryRun,
        boolean announce,
        boolean verifyOnly,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer total,
        Counts counts,
        @Nullable Verified verified,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant waitsUntil,
        @Nullable String problem) {

    static JobJson of(MigrationJob job) {
        var manner = job.manner();
        var times = job.times();
        return new JobJson(
                job.id(),
                job.mailbox().value(),
                job.state().name().toLowerCase(Locale.ROOT),
                manner.mode() == Mode.REHEARSAL,
                manner.mode() == Mode.ANNOUNCING,
                manner.mode() == Mode.VERIFICATION,
                manner.from(),
                manner.to(),
                job.total(),
                job.counts(),
                job.verified(),
                times.asked(),
                times.started(),
                times.finished(),
                job.state() == MigrationJob.State.WAITING ? times.notBefore() : null,
                job.problem());
    }
}
