package org.kalends.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollection.Look;
import org.kalends.calendar.CollectionChange;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.sharing.Rights.Content;
import org.kalends.sharing.Rights.PrivateEvents;
import org.kalends.sharing.store.ShareStore;

/** Live calendars as rows, a statement each. */
@ApplicationScoped
public class CollectionStore {

    private static final String COLUMNS = "home_id, cal_id, uri, name, description, color, ord, zone, transparent,"
            + " is_default, uri as owners_uri, comps, change_seq, min_valid_seq, epoch, bytes, default_alarms, fed";

    private static final String LENT = ", exists (select from calendar_share s where s.home_id = calendar.home_id"
            + " and s.cal_id = calendar.cal_id) as lent";

    private static final String OWN = "select " + COLUMNS + LENT + ", 5 as level, true as see_private from calendar"
            + " where home_id = :viewer and uri <> 'inbox' and deleted_at is null";

    /** Calendars of others, as the viewer has them. */
    private static final String SHARED = "select c.home_id, c.cal_id, '" + CalendarCollection.BOUND
            + "' || c.cal_id as uri, coalesce(b.name, c.name) as name, c.description, coalesce(b.color, c.color) as color,"
            + " coalesce(b.ord, c.ord) as ord, c.zone, coalesce(b.transparent, c.transparent) as transparent,"
            + " false as is_default, c.uri as owners_uri, c.comps, greatest(c.change_seq, coalesce(u.overlay_seq, 0)) as change_seq,"
            + " c.min_valid_seq, c.epoch, c.bytes, coalesce(b.default_alarms, '[]') as default_alarms, c.fed,"
            + " false as lent, case when c.fed then least(g.level, 2) else g.level end as level, g.see_private"
            + " from granted g join calendar c using (home_id, cal_id) left join calendar_bind b"
            + " on b.viewer_id = :viewer and b.home_id = c.home_id and b.cal_id = c.cal_id left join calendar_user u"
            + " on u.user_id = :viewer and u.home_id = c.home_id and u.cal_id = c.cal_id";

    @Inject
    Jdbi jdbi;

    public Optional<CalendarCollection> find(UUID home, String uri) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + LENT + ", 5 as level, true as see_private from calendar"
                                + " where home_id = ? and uri = ? and deleted_at is null")
                .bind(0, home)
                .bind(1, uri)
                .map(CollectionStore::collection)
                .findOne());
    }

    /** Makes the one that takes the home's scheduling messages, unless it is there. */
    public void addInbox(UUID home, UUID id, ZoneId zone) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into calendar (home_id, cal_id, uri, name, color, zone, comps)"
                                + " values (?, ?, ?, ?, '', ?, '-') on conflict do nothing")
                        .bind(0, home)
                        .bind(1, id)
                        .bind(2, CalendarCollection.INBOX)
                        .bind(3, CalendarCollection.INBOX)
                        .bind(4, zone.getId())
                        .execute());
    }

    /** Of one's own home, the inbox not among them. */
    public List<CalendarCollection> own(UUID viewer) {
        return all(OWN + " order by ord, cal_id", viewer);
    }

    /** Of other homes. */
    public List<CalendarCollection> shared(UUID viewer) {
        return all(ShareStore.GRANTED + SHARED + " order by ord, cal_id", viewer);
    }

    /** All that the viewer may see something of, his own first. */
    public List<CalendarCollection> visible(UUID viewer) {
        return all(
                ShareStore.GRANTED + "select * from (" + OWN + " union all " + SHARED
                        + ") as every order by level < 5, ord, cal_id",
                viewer);
    }

    private List<CalendarCollection> all(String sql, UUID viewer) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("viewer", viewer)
                .map(CollectionStore::collection)
                .list());
    }

    public Optional<CalendarCollection> ownById(UUID viewer, UUID calendar) {
        return one(OWN + " and cal_id = :calendar", viewer, calendar);
    }

    public Optional<CalendarCollection> sharedById(UUID viewer, UUID calendar) {
        return one(ShareStore.GRANTED + SHARED + " where c.cal_id = :calendar", viewer, calendar);
    }

    private Optional<CalendarCollection> one(String sql, UUID viewer, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("viewer", viewer)
                .bind("calendar", calendar)
                .map(CollectionStore::collection)
                .findOne());
    }

    /** The one that invitations go to. */
    public Optional<CalendarCollection> defaultOf(UUID viewer) {
        return jdbi.withHandle(handle -> handle.createQuery(OWN + " and is_default")
                .bind("viewer", viewer)
                .map(CollectionStore::collection)
                .findOne());
    }

    public int count(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from calendar where home_id = ? and uri <> 'inbox' and deleted_at is null")
                .bind(0, home)
                .mapTo(Integer.class)
                .one());
    }

    /** False when that address is taken. */
    public boolean add(Principal owner, UUID id, String uri, CollectionChange wanted) {
        var rules = wanted.rules();
        var zone = rules.zone() == null ? owner.zone() : rules.zone();
        return jdbi.withHandle(
                handle -> handle.createUpdate("insert into calendar (home_id, cal_id, uri, name, color, zone,"
                                        + " description, ord, transparent, comps, default_alarms) values (:home, :id, :uri, :name,"
                                        + " coalesce(:color, '#1a73e8'), :zone, coalesce(:description, ''), coalesce(:ord, 0),"
                                        + " coalesce(:transparent, false), :comps, " + OVERLAID.formatted("'[]'")
                                        + ") on conflict do nothing")
                                .bind("home", owner.id())
                                .bind("id", id)
                                .bind("uri", uri)
                                .bind("name", wanted.name() == null ? uri : wanted.name())
                                .bind("color", wanted.color())
                                .bind("zone", zone.getId())
                                .bind("description", wanted.description())
                                .bind("ord", wanted.position())
                                .bind("transparent", rules.transparent())
                                .bind("reminders", rules.reminders())
                                .bind("comps", rules.components() == null ? ALL : String.join(",", rules.components()))
                                .execute()
                        == 1);
    }

    /** Reminders with those that change in their place. */
    private static final String OVERLAID =
            "coalesce(((case when %1$s like '[%%' then '{\"timed\":[],\"allDay\":[]}' else %1$s end)::jsonb"
                    + " || nullif(:reminders, '')::jsonb)::text, %1$s)";

    private static final String ALL = "VEVENT,VTODO,VJOURNAL,VAVAILABILITY";

    /** Counted as a change, so that clients that watch the tag see it. */
    public void change(UUID home, UUID calendar, CollectionChange wanted) {
        var zone = wanted.rules().zone();
        jdbi.useHandle(handle -> handle.createUpdate("update calendar set name = coalesce(:name, name),"
                        + " description = coalesce(:description, description), color = coalesce(:color, color),"
                        + " ord = coalesce(:ord, ord), zone = coalesce(:zone, zone),"
                        + " transparent = coalesce(:transparent, transparent), default_alarms = "
                        + OVERLAID.formatted("default_alarms") + ", version = version + 1,"
                        + " change_seq = greatest(change_seq, overlay_seq) + 1 where home_id = :home and cal_id = :id")
                .bind("home", home)
                .bind("id", calendar)
                .bind("name", wanted.name())
                .bind("description", wanted.description())
                .bind("color", wanted.color())
                .bind("ord", wanted.position())
                .bind("zone", zone == null ? null : zone.getId())
                .bind("transparent", wanted.rules().transparent())
                .bind("reminders", wanted.rules().reminders())
                .execute());
    }

    public boolean rename(UUID home, UUID calendar, String uri) {
        return jdbi.withHandle(handle -> handle.createUpdate("update calendar set uri = :uri, version = version + 1"
                                + " where home_id = :home and cal_id = :id and deleted_at is null")
                        .bind("home", home)
                        .bind("id", calendar)
                        .bind("uri", uri)
                        .execute()
                == 1);
    }

    private static CalendarCollection collection(ResultSet row, StatementContext context) throws SQLException {
        return new CalendarCollection(
                row.getObject("home_id", UUID.class),
                row.getObject("cal_id", UUID.class),
                row.getString("uri"),
                row.getString("owners_uri"),
                new Look(
                        row.getString("name"), row.getString("description"), row.getString("color"), row.getInt("ord")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("transparent"),
                row.getBoolean("is_default"),
                new LinkedHashSet<>(List.of(row.getString("comps").split(","))),
                row.getLong("change_seq"),
                row.getLong("min_valid_seq"),
                row.getInt("epoch"),
                row.getLong("bytes"),
                row.getString("default_alarms"),
                row.getBoolean("lent"),
                new Rights(
                        Level.of(row.getInt("level")),
                        PrivateEvents.of(row.getBoolean("see_private")),
                        Content.of(row.getBoolean("fed"))));
    }
}
