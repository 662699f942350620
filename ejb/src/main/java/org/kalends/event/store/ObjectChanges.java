package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.kalends.event.resource.NamedChange;

/** The change log of one calendar, joined with what is there now; one statement. */
@ApplicationScoped
public class ObjectChanges {

    private static final int PAGE = 500;

    @Inject
    Jdbi jdbi;

    /**
     * What to tell.
     *
     * @param after sequence of the last change that is known
     * @param untold removals up to this sequence are not told: the client never had those objects
     */
    public record Since(UUID home, UUID calendar, long after, long untold, Texts texts) {}

    /** Whether the texts are read too. */
    public enum Texts {
        LEFT_OUT,
        READ
    }

    /** In the order of the changes, at most {@code limit}. */
    public void since(Since since, int limit, Consumer<NamedChange> sink) {
        var texts = since.texts() == Texts.READ ? "o.ical, " : "";
        jdbi.useHandle(handle -> handle.createQuery("select " + texts
                        + "l.name as changed_name, l.seq, o.cal_id, o.obj_id, o.name, o.comp, o.etag, o.change_seq,"
                        + " o.sched_tag, octet_length(o.ical) as size, o.created, o.modified"
                        + " from change_log l left join calendar_object o on o.home_id = l.home_id"
                        + " and o.obj_id = l.obj_id and o.cal_id = l.cal_id and o.name = l.name and o.deleted_at is null"
                        + " where l.home_id = :home and l.cal_id = :calendar and l.seq > :after"
                        + " and (l.op = 'A' or l.seq > :untold) order by l.seq limit :limit")
                .bind("home", since.home())
                .bind("calendar", since.calendar())
                .bind("after", since.after())
                .bind("untold", since.untold())
                .bind("limit", limit)
                .setFetchSize(PAGE)
                .map((row, context) -> {
                    boolean there = row.getObject("obj_id") != null;
                    return new NamedChange(
                            row.getString("changed_name"),
                            row.getLong("seq"),
                            there ? ObjectStore.head(row, context) : null,
                            there && !texts.isEmpty() ? row.getBytes("ical") : null);
                })
                .forEach(sink));
    }
}
