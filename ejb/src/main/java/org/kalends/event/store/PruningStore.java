package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Rows of the change log that are told no more. What is there is never forgotten, only what is gone. */
@ApplicationScoped
public class PruningStore {

    /** Under the calendars' locks, so that a token that needs a row is refused from the moment the row is gone. */
    private static final String PRUNE =
            """
            with old as materialized (
              select home_id, cal_id, max(seq) as seq from change_log
              where op = 'D' and at < now() - make_interval(secs => :kept) group by home_id, cal_id),
            held as materialized (
              select c.home_id, c.cal_id, o.seq from old o join calendar c using (home_id, cal_id)
              order by c.home_id, c.cal_id limit :lot for update of c skip locked),
            raised as (
              update calendar c set min_valid_seq = greatest(c.min_valid_seq, h.seq) from held h
              where c.home_id = h.home_id and c.cal_id = h.cal_id)
            delete from change_log l using held h
            where l.home_id = h.home_id and l.cal_id = h.cal_id and l.seq <= h.seq and l.op = 'D'
              and l.at < now() - make_interval(secs => :kept)""";

    @Inject
    Jdbi jdbi;

    /**
     * @param kept how long a removal is told
     * @param lot of how many calendars at most; those that somebody writes to are left for later
     * @return how many rows went
     */
    public int prune(Duration kept, int lot) {
        return jdbi.withHandle(handle -> handle.createUpdate(PRUNE)
                .bind("kept", kept.toSeconds())
                .bind("lot", lot)
                .execute());
    }

    /** @return how many calendars are in a new epoch */
    public int raiseEpoch() {
        return jdbi.withHandle(handle ->
                handle.createUpdate("update calendar set epoch = epoch + 1").execute());
    }
}
