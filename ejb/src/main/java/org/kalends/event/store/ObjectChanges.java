package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    public record Since(View view, long after, long untold, Texts texts) {}

    /** Whether the texts are read too. */
    public enum Texts {
        LEFT_OUT,
        READ
    }

    private static final String LOGGED = "select name, seq, obj_id, cal_id, home_id from change_log"
            + " where home_id = :home and cal_id = :calendar and seq > :after and (op = 'A' or seq > :untold)";

    /** With what the viewer changed for himself; a name that changed in both ways is told once. */
    private static final String LOGGED_OR_SAID = "select distinct on (name) * from (" + LOGGED
            + " union all select o.name, u.seq, o.obj_id, o.cal_id, o.home_id"
            + " from object_user u join calendar_object o using (home_id, obj_id) where u.home_id = :home"
            + " and u.user_id = :viewer and u.seq > :after and o.cal_id = :calendar and o.deleted_at is null"
            + ") as either order by name, seq desc";

    /** In the order of the changes, at most {@code limit}. */
    public void since(Since since, int limit, Consumer<NamedChange> sink) {
        var view = since.view();
        boolean texts = since.texts() == Texts.READ;
        jdbi.useHandle(handle -> view.bind(handle.createQuery("select l.name as changed_name, l.seq, "
                        + (texts ? view.withText() : view.head())
                        + " from (" + (view.viewer() == null ? LOGGED : LOGGED_OR_SAID) + ") as l"
                        + " left join calendar_object o on o.home_id = l.home_id"
                        + " and o.obj_id = l.obj_id and o.cal_id = l.cal_id and o.name = l.name and o.deleted_at is null"
                        + view.joined() + " order by l.seq limit :limit"))
                .bind("after", since.after())
                .bind("untold", since.untold())
                .bind("limit", limit)
                .setFetchSize(PAGE)
                .map((row, context) -> {
                    boolean there = row.getObject("obj_id") != null;
                    return new NamedChange(
                            row.getString("changed_name"),
                            row.getLong("seq"),
                            there ? view.head(row) : null,
                            there && texts ? view.text(row) : null);
                })
                .forEach(sink));
    }
}
