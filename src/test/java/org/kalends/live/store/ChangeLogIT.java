package org.kalends.live.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kalends.event.ChangeNotice;
import org.kalends.support.TestDatabase;

class ChangeLogIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final ChangeLog log = new ChangeLog(jdbi);
    private final UUID anna = UUID.randomUUID();
    private final UUID boris = UUID.randomUUID();

    @Test
    void tellsWhatCameSinceInTheOrderItCame() {
        changed(anna, "early", "A", NOON.minusSeconds(60));
        changed(anna, "second", "D", NOON.plusSeconds(2));
        changed(anna, "first", "A", NOON.plusSeconds(1));

        assertThat(log.since(NOON, List.of(anna), 10))
                .extracting(ChangeNotice::kind)
                .containsExactly(ChangeNotice.Kind.CHANGED, ChangeNotice.Kind.DELETED);
    }

    @Test
    void tellsNothingOfHomesThatWereNotAskedFor() {
        changed(boris, "private", "A", NOON);

        assertThat(log.since(NOON, List.of(anna), 10)).isEmpty();
        assertThat(log.since(NOON, List.of(anna, boris), 10)).hasSize(1);
    }

    @Test
    void tellsTheNewestWhereThereIsTooMuch() {
        for (int i = 0; i < 5; i++) changed(anna, "event " + i, "A", NOON.plusSeconds(i));

        assertThat(log.since(NOON, List.of(anna), 2))
                .extracting(ChangeNotice::at)
                .containsExactly(NOON.plusSeconds(3), NOON.plusSeconds(4));
    }

    private void changed(UUID home, String name, String op, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into change_log (home_id, cal_id, name, obj_id, seq, op, at)
                        values (:home, :home, :name, gen_random_uuid(), 1, :op::"char", :at)""")
                .bind("home", home)
                .bind("name", name)
                .bind("op", op)
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute());
    }
}
