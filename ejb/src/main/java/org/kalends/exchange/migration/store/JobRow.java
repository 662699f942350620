package org.kalends.exchange.migration.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.migration.MigrationJob;
import org.kalends.exchange.migration.MigrationJob.Counts;
import org.kalends.exchange.migration.MigrationJob.Cursor;
import org.kalends.exchange.migration.MigrationJob.Manner;
import org.kalends.exchange.migration.MigrationJob.Mode;
import org.kalends.exchange.migration.MigrationJob.State;
import org.kalends.exchange.migration.MigrationJob.Times;
import org.kalends.exchange.migration.MigrationJob.Verified;
import org.kalends.identity.CalendarAddress;

/** A row of {@code ews_job}. */
final class JobRow {

    private JobRow() {}

    static MigrationJob job(ResultSet row) throws SQLException {
        return new MigrationJob(
                row.getObject("job_id", UUID.class),
                new CalendarAddress(row.getString("mailbox")),
                row.getObject("home_id", UUID.class),
                State.valueOf(row.getString("state")),
                new Manner(Mode.valueOf(row.getString("mode")), instant(row, "range_from"), instant(row, "range_to")),
                new Cursor(row.getString("folder_id"), row.getString("sync_state")),
                row.getObject("total", Integer.class),
                counts(row),
                verified(row),
                times(row),
                row.getInt("attempts"),
                row.getString("problem"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("seen"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("skipped"),
                row.getInt("failed"));
    }

    private static @Nullable Verified verified(ResultSet row) throws SQLException {
        var there = row.getObject("shown_there", Integer.class);
        return there == null ? null : new Verified(there, row.getInt("shown_here"), row.getInt("differing"));
    }

    private static Times times(ResultSet row) throws SQLException {
        return new Times(
                moment(row, "asked_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                moment(row, "not_before"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
