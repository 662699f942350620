package org.kalends.exchange.migration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.folder.ItemOutcome.Action;

/** What there is to say of single items of a job. */
@ApplicationScoped
public class NotedStore {

    @Inject
    Jdbi jdbi;

    public void note(UUID job, Collection<ItemOutcome> outcomes) {
        note(
                job,
                outcomes,
                "on conflict (job_id, item_id) do update set uid = excluded.uid, action = excluded.action, reason = excluded.reason");
    }

    /** Of items of which nothing was said yet. */
    public void noteOthers(UUID job, Collection<ItemOutcome> outcomes) {
        note(job, outcomes, "on conflict (job_id, item_id) do nothing");
    }

    private void note(UUID job, Collection<ItemOutcome> outcomes, String otherwise) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    "insert into ews_job_item (job_id, item_id, uid, calendar, title, action, reason)"
                            + " values (:job, :item, :uid, :calendar, :title, :action, :reason) " + otherwise);
            outcomes.stream().filter(ItemOutcome::noteworthy).forEach(outcome -> batch.bind("job", job)
                    .bindMethods(outcome)
                    .add());
            if (batch.size() > 0) batch.execute();
        });
    }

    /**
     * In the order of their ids.
     *
     * @param after the last one that is known; empty for none
     */
    public List<ItemOutcome> noted(UUID job, String after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_job_item where job_id = :job and item_id > :after order by item_id limit :most")
                .bind("job", job)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new ItemOutcome(
                        row.getString("item_id"),
                        row.getString("uid"),
                        row.getString("calendar"),
                        row.getString("title"),
                        Action.valueOf(row.getString("action")),
                        row.getString("reason")))
                .list());
    }
}
