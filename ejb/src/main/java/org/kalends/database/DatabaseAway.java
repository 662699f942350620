package org.kalends.database;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jdbi.v3.core.ConnectionException;

/** Which exceptions say that the database is away, and not that something is wrong with the request or with us. */
public final class DatabaseAway {

    /**
     * Connection trouble, shutting down or starting up, too many connections.
     *
     * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    private static final List<String> STATES = List.of("08", "57P", "53300");

    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** Whether it failed because of that. */
    public static boolean isWhy(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(DatabaseAway::tells);
    }

    /** One exception; its causes are asked one by one. */
    public static boolean tells(Throwable cause) {
        if (cause instanceof SQLTransientException || cause instanceof ConnectionException) return true;
        // it went during the commit: the transaction manager says no more than that
        if (cause instanceof SystemException) return true;
        if (cause instanceof XAException xa)
            return xa.errorCode == XAException.XAER_RMFAIL || xa.errorCode == XAException.XAER_RMERR;
        if (!(cause instanceof SQLException sql)) return false;
        var state = sql.getSQLState();
        if (state == null)
            return String.valueOf(sql.getMessage()).startsWith("Error in allocating a connection"); // the pool's
        return STATES.stream().anyMatch(state::startsWith);
    }
}
