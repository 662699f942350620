package org.kalends.sharing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.sharing.Rights.PrivateEvents;
import org.kalends.sharing.Share.Answer;

/** The tables {@code calendar_share} and {@code calendar_bind}. */
@ApplicationScoped
public class ShareStore {

    /** Begins a statement with the table {@code mine (id)}: {@code :viewer} and his groups, groups of groups too. */
    private static final String MINE =
            """
            with recursive mine(id) as (select :viewer::uuid
                union select m.group_id from group_member m join mine on m.member_id = mine.id)
            """;

    /**
     * Begins a statement with the table {@code granted (home_id, cal_id, level, see_private)}: calendars of others that
     * {@code :viewer} may see something of, by himself or through his groups; the strongest grant of each.
     */
    public static final String GRANTED = MINE
            + """
              , granted as (select c.home_id, c.cal_id, max(s.level) as level, bool_or(s.see_private) as see_private
                from calendar_share s join calendar c
                  on c.home_id = s.home_id and (c.cal_id = s.cal_id or s.cal_id = s.home_id)
                where s.principal_id in (select id from mine) and s.home_id <> :viewer and s.answer = 1
                  and c.deleted_at is null and c.uri <> 'inbox'
                  and not exists (select from calendar_bind b where b.viewer_id = :viewer and b.hidden
                    and b.home_id = c.home_id and b.cal_id = c.cal_id)
                group by c.home_id, c.cal_id)
            """;

    private static final String GRANT = "principal_id, level, see_private, answer, summary";

    @Inject
    Jdbi jdbi;

    /** What a person or a group may, once it was accepted. */
    public record Granted(UUID principal, Rights rights, Answer answer, String summary) {}

    /**
     * What a person makes of a calendar; null leaves as it is.
     *
     * @param reminders of his new events, as JSON with the kinds that change; empty leaves as they are
     */
    public record Bind(
            @Nullable String name,
            @Nullable String color,
            @Nullable Integer position,
            @Nullable Boolean transparent,
            String reminders) {}

    /** Of every calendar of a home; what is granted on all of them has the home's own id. */
    public Map<UUID, List<Granted>> of(UUID home) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select cal_id, " + GRANT + " from calendar_share where home_id = ?")
                        .bind(0, home)
                        .map((row, context) -> Map.entry(row.getObject("cal_id", UUID.class), granted(row)))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    public List<Granted> of(UUID home, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + GRANT + " from calendar_share where home_id = ? and cal_id = ?")
                .bind(0, home)
                .bind(1, calendar)
                .map((row, context) -> granted(row))
                .list());
    }

    private static Granted granted(ResultSet row) throws SQLException {
        return new Granted(
                row.getObject("principal_id", UUID.class),
                new Rights(Level.of(row.getInt("level")), PrivateEvents.of(row.getBoolean("see_private"))),
                Answer.of(row.getInt("answer")),
                row.getString("summary"));
    }

    /** Homes all of whose calendars the person may see something of, and how much. */
    public Map<UUID, Level> delegations(UUID viewer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        MINE
                                + """
                select home_id, max(level) as level from calendar_share
                where principal_id in (select id from mine) and cal_id = home_id and home_id <> :viewer and answer = 1
                group by home_id""")
                .bind("viewer", viewer)
                .map((row, context) -> Map.entry(row.getObject("home_id", UUID.class), Level.of(row.getInt("level"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Who had left it sees it again. */
    public void put(UUID home, UUID calendar, Granted granted) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                with shown as (update calendar_bind set hidden = false
                  where viewer_id = :principal and home_id = :home and (cal_id = :calendar or :calendar = :home) and hidden)
                insert into calendar_share (home_id, cal_id, principal_id, level, see_private, answer, summary)
                values (:home, :calendar, :principal, :level, :seePrivate, :answer, :summary)
                on conflict (home_id, cal_id, principal_id) do update set level = excluded.level,
                  see_private = excluded.see_private, answer = excluded.answer, summary = excluded.summary""")
                .bind("answer", granted.answer().code())
                .bind("summary", granted.summary())
                .bind("home", home)
                .bind("calendar", calendar)
                .bind("principal", granted.principal())
                .bind("level", granted.rights().level().code())
                .bind("seePrivate", granted.rights().seesPrivate())
                .execute());
    }

    /** Whether there was something to answer. */
    public boolean answer(UUID home, UUID calendar, UUID principal, Answer answer) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update calendar_share set answer = ? where home_id = ? and cal_id = ? and principal_id = ?",
                        answer.code(),
                        home,
                        calendar,
                        principal))
                > 0;
    }

    /** Whether there was one. */
    public boolean remove(UUID home, UUID calendar, UUID principal) {
        return jdbi.withHandle(handle -> handle.execute(
                        "delete from calendar_share where home_id = ? and cal_id = ? and principal_id = ?",
                        home,
                        calendar,
                        principal))
                > 0;
    }

    public void hide(UUID viewer, UUID home, UUID calendar) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into calendar_bind (viewer_id, home_id, cal_id, hidden) values (?, ?, ?, true)"
                        + " on conflict (viewer_id, home_id, cal_id) do update set hidden = true",
                viewer,
                home,
                calendar));
    }

    public void bind(UUID viewer, UUID home, UUID calendar, Bind bind) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                insert into calendar_bind as b (viewer_id, home_id, cal_id, name, color, ord, transparent, default_alarms)
                values (:viewer, :home, :calendar, :name, :color, :ord, :transparent,
                  ('{"timed":[],"allDay":[]}'::jsonb || nullif(:reminders, '')::jsonb)::text)
                on conflict (viewer_id, home_id, cal_id) do update set name = coalesce(excluded.name, b.name),
                  color = coalesce(excluded.color, b.color), ord = coalesce(excluded.ord, b.ord),
                  transparent = coalesce(excluded.transparent, b.transparent),
                  default_alarms = coalesce((b.default_alarms::jsonb || nullif(:reminders, '')::jsonb)::text,
                    excluded.default_alarms, b.default_alarms)""")
                .bind("viewer", viewer)
                .bind("home", home)
                .bind("calendar", calendar)
                .bind("name", bind.name())
                .bind("color", bind.color())
                .bind("ord", bind.position())
                .bind("transparent", bind.transparent())
                .bind("reminders", bind.reminders())
                .execute());
    }

    /** Calendars of others that each of these people may see something of; one statement. */
    public Map<UUID, Set<UUID>> visible(Collection<UUID> viewers) {
        Map<UUID, Set<UUID>> visible = new HashMap<>();
        if (viewers.isEmpty()) return visible;
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                with recursive mine(viewer, id) as (select v, v from unnest(:viewers) as v
                  union select mine.viewer, m.group_id from group_member m join mine on m.member_id = mine.id)
                select distinct mine.viewer, c.home_id, c.cal_id from mine
                join calendar_share s on s.principal_id = mine.id and s.home_id <> mine.viewer and s.answer = 1
                join calendar c on c.home_id = s.home_id and (c.cal_id = s.cal_id or s.cal_id = s.home_id)
                where c.deleted_at is null and c.uri <> 'inbox' and not exists (select from calendar_bind b
                  where b.viewer_id = mine.viewer and b.hidden and b.home_id = c.home_id and b.cal_id = c.cal_id)""")
                .bind("viewers", viewers.toArray(UUID[]::new))
                .map((row, context) ->
                        Map.entry(row.getObject("viewer", UUID.class), row.getObject("cal_id", UUID.class)))
                .forEach(one -> visible.computeIfAbsent(one.getKey(), viewer -> new HashSet<>())
                        .add(one.getValue())));
        return visible;
    }
}
