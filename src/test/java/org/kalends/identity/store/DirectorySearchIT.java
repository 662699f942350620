package org.kalends.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.TestDatabase;

/** The directory of a large company. */
class DirectorySearchIT {

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final PrincipalStore store = new PrincipalStore();

    @BeforeEach
    void fiftyThousandPeople() {
        store.jdbi = jdbi;
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    insert into principal (id, kind, login, name, address, zone, language, words)
                    select gen_random_uuid(), 'USER', 'p' || n, 'Person ' || n, 'p' || n || '@x.test', 'UTC', 'en',
                      ' ' || md5(n::text) || ' ' || md5((-n)::text) || ' p' || n || '@x.test'
                    from generate_series(1, 50000) n""");
            handle.execute(
                    "update principal set words = ' анна иванова anna@x.test', name = 'Анна' where login = 'p77'");
            handle.execute("vacuum analyze principal");
        });
    }

    @Test
    void theTrigramIndexFindsBeginningsOfWordsAndMisspellings() {
        var before = scans();

        assertThat(store.search("иванова анн", 5))
                .extracting(e -> e.principal().login())
                .containsExactly("p77");
        assertThat(store.search("ивонова", 5))
                .extracting(e -> e.principal().login())
                .containsExactly("p77");
        assertThat(store.search("p4242@x", 5))
                .extracting(e -> e.principal().login())
                .contains("p4242");

        var after = scans();
        assertThat(after.index() - before.index()).isPositive();
        assertThat(after.sequential()).isEqualTo(before.sequential());
    }

    private record Scans(long sequential, long index) {}

    private Scans scans() {
        return jdbi.withHandle(handle -> {
            handle.execute("select pg_stat_force_next_flush()");
            return handle.createQuery("select t.seq_scan, i.idx_scan from pg_stat_user_tables t"
                            + " join pg_stat_user_indexes i using (relid)"
                            + " where t.relname = 'principal' and i.indexrelname = 'principal_words'")
                    .map((row, context) -> new Scans(row.getLong(1), row.getLong(2)))
                    .one();
        });
    }
}
