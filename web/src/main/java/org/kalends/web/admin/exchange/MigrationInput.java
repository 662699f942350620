package org.kalends.web.admin.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.migration.MigrationJob.Manner;
import org.kalends.exchange.migration.MigrationJob.Mode;
import org.kalends.exchange.migration.MigrationJobs;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/**
 * Which mailboxes are to be moved, and how.
 *
 * @param from moment; what ends before is left; null for all
 * @param to moment; what begins later is left; null for all
 * @param dryRun whether all is done but for what is kept
 * @param announce whether guests of meetings to come are invited
 * @param verifyOnly whether nothing is moved, and only counted what is there and here
 */
public record MigrationInput(
        @Nullable List<@Nullable String> mailboxes,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean dryRun,
        @Nullable Boolean announce,
        @Nullable Boolean verifyOnly) {

    private static final int LONGEST = 320;

    List<String> addresses() {
        return addresses(mailboxes, MigrationJobs.MOST);
    }

    /** As they were written. */
    static List<String> addresses(@Nullable List<@Nullable String> mailboxes, int most) {
        if (mailboxes == null || mailboxes.isEmpty()) {
            throw CalendarException.invalid("mailboxes", "must be a list of addresses");
        }
        if (mailboxes.size() > most) {
            throw CalendarException.invalid("mailboxes", "must have at most " + most + " addresses");
        }
        return mailboxes.stream().map(MigrationInput::text).toList();
    }

    private static String text(@Nullable String address) {
        if (address == null || address.isBlank() || address.length() > LONGEST || address.indexOf('\0') >= 0) {
            throw CalendarException.invalid("mailboxes", "must be addresses of at most " + LONGEST + " characters");
        }
        return address.strip();
    }

    Manner manner() {
        var begin = from == null ? null : Parameters.moment("from", from);
        var end = to == null ? null : Parameters.moment("to", to);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw CalendarException.invalid("to", "must lie after from");
        }
        return new Manner(mode(), begin, end);
    }

    private Mode mode() {
        boolean rehearses = Boolean.TRUE.equals(dryRun);
        boolean verifies = Boolean.TRUE.equals(verifyOnly);
        boolean announces = Boolean.TRUE.equals(announce);
        if (announces && (rehearses || verifies))
            throw CalendarException.invalid("announce", "says something else than dryRun and verifyOnly");
        if (rehearses && verifies) throw CalendarException.invalid("verifyOnly", "says something else than dryRun");
        if (verifies) return Mode.VERIFICATION;
        if (announces) return Mode.ANNOUNCING;
        return rehearses ? Mode.REHEARSAL : Mode.WRITING;
    }
}
