package org.kalends.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kalends.support.TestDatabase;

class StatementCountIT {

    private final Jdbi jdbi = TestDatabase.jdbi();

    @Test
    void everyStatementOfTheThreadCountsAndTheCommitToo() {
        assertThat(of(() -> jdbi.useTransaction(handle -> {
                    handle.execute("create temporary table t (n int)");
                    for (int i = 0; i < 5; i++) handle.execute("insert into t values (?)", i);
                })))
                .isEqualTo(of(() -> jdbi.useTransaction(handle -> handle.execute("select 1"))) + 5);
    }

    @Test
    void aBatchIsOneRoundTrip() {
        assertThat(inserted(1)).isEqualTo(inserted(100));
    }

    private int inserted(int rows) {
        return of(() -> jdbi.useTransaction(handle -> {
            handle.execute("create temporary table t (n int) on commit drop");
            var batch = handle.prepareBatch("insert into t values (?)");
            for (int i = 0; i < rows; i++) batch.add(i);
            batch.execute();
        }));
    }

    @Test
    void whatOtherThreadsDoIsNotCounted() {
        assertThat(of(() -> CompletableFuture.runAsync(() -> jdbi.useHandle(handle -> handle.execute("select 1")))
                        .join()))
                .isZero();
    }

    @Test
    void theDriverIsQuietAgainAfterwards() {
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        assertThat(of(() -> assertThat(driver.isLoggable(Level.FINEST)).isTrue()))
                .isZero();
        assertThat(driver.isLoggable(Level.FINEST)).isFalse();
    }

    private static int of(Runnable work) {
        var count = StatementCount.begun();
        try {
            work.run();
        } finally {
            count.close();
        }
        return count.count();
    }
}
