package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.EventListing.Position;
import org.kalends.event.domain.Brief;
import org.kalends.icalendar.Uid;
import org.kalends.outbox.Json;
import org.kalends.time.Interval;

/** Instances of a range, read without touching any text. */
@ApplicationScoped
public class ListingStore {

    @Inject
    Jdbi jdbi;

    /**
     * What to list.
     *
     * @param masked those of the calendars of which private events are not found by their words
     * @param words lower case; empty for all
     */
    public record Query(
            Collection<UUID> homes,
            Collection<UUID> calendars,
            Collection<UUID> masked,
            Interval range,
            String words) {}

    /** What is private is not found by words that are not shown. */
    private static final String WORDS = "(:words = '' or o.search like '%' || :words || '%'"
            + " and not (o.classified and o.cal_id = any(:masked)))";

    private static final String LIST =
            """
            select i.obj_id, i.cal_id, i.rid, lower(i.period) as starts, upper(i.period) as ends, i.floating,
              o.uid, o.etag, o.change_seq, o.sequence, o.brief, o.classified, o.created, o.modified
            from instance i join calendar_object o using (home_id, obj_id)
            where i.home_id = any(:homes) and i.cal_id = any(:calendars)
              and i.period && tstzrange(:from, :to) and o.deleted_at is null
              and %s
              and (:after::timestamptz is null
                or (lower(i.period), i.obj_id, i.rid) > (:after::timestamptz, :afterEvent::uuid, :afterRid::timestamptz))
            order by lower(i.period), i.obj_id, i.rid limit :limit"""
                    .formatted(WORDS);

    /** One statement; at most {@code limit} in the order of {@link Position}, from behind {@code after} on. */
    public List<Entry> list(Query query, @Nullable Position after, int limit) {
        return jdbi.withHandle(handle -> {
            var briefs = new HashMap<String, List<Brief>>();
            return handle.createQuery(LIST)
                    .bind("homes", query.homes().toArray(UUID[]::new))
                    .bind("calendars", query.calendars().toArray(UUID[]::new))
                    .bind("masked", query.masked().toArray(UUID[]::new))
                    .bind("from", query.range().start())
                    .bind("to", query.range().end())
                    .bind("words", pattern(query))
                    .bind("after", after == null ? null : after.start().toString())
                    .bind("afterEvent", after == null ? null : after.event().toString())
                    .bind("afterRid", after == null ? null : after.rid().toString())
                    .bind("limit", limit)
                    .map((row, context) -> entry(row, briefs))
                    .list();
        });
    }

    /**
     * One statement; what the owner may still have to answer and is not over: of a series its next instance, and each
     * one that differs. Whether the very instance waits for an answer, its brief tells.
     */
    public List<Entry> unanswered(UUID home, Collection<UUID> calendars, Instant now, int limit) {
        return jdbi.withHandle(handle -> {
            var briefs = new HashMap<String, List<Brief>>();
            return handle.createQuery(
                            """
                    select distinct on (i.obj_id, case when i.overridden then i.rid end)
                      i.obj_id, i.cal_id, i.rid, lower(i.period) as starts, upper(i.period) as ends, i.floating,
                      o.uid, o.etag, o.change_seq, o.sequence, o.brief, o.classified, o.created, o.modified
                    from instance i join calendar_object o using (home_id, obj_id)
                    where i.home_id = :home and i.cal_id = any(:calendars) and upper(i.period) > :now
                      and o.deleted_at is null and o.organizer <> '' and o.brief like '%"myStatus":"needs-action"%'
                    order by i.obj_id, case when i.overridden then i.rid end, lower(i.period) limit :limit""")
                    .bind("home", home)
                    .bind("calendars", calendars.toArray(UUID[]::new))
                    .bind("now", now)
                    .bind("limit", limit)
                    .map((row, context) -> entry(row, briefs))
                    .list();
        });
    }

    private static Entry entry(ResultSet row, Map<String, List<Brief>> read) throws SQLException {
        var rid = moment(row, "rid");
        var briefs = read.computeIfAbsent(row.getString("brief"), text -> List.of(Json.read(text, Brief[].class)));
        var event = row.getObject("obj_id", UUID.class);
        return new Entry(
                row.getObject("cal_id", UUID.class),
                event,
                row.getString("uid"),
                EventRow.entityTag(row.getLong("change_seq"), row.getBytes("etag")),
                row.getInt("sequence"),
                rid,
                new Interval(moment(row, "starts"), moment(row, "ends")),
                row.getBoolean("floating"),
                of(briefs, rid),
                row.getBoolean("classified"),
                moment(row, "created"),
                moment(row, "modified"));
    }

    /** The override's, or the master's. */
    public static Brief of(List<Brief> briefs, Instant rid) {
        for (var brief : briefs) {
            if (rid.equals(brief.rid())) return brief;
        }
        return briefs.get(0);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A series of which not all instances are stored, and the part that is. */
    public record Beyond(EventRow row, Interval stored) {}

    private static final String BEYOND =
            """
            select o.home_id, o.obj_id, o.cal_id, o.name, o.uid, o.ical, o.etag, o.sched_tag, o.change_seq, o.created, o.modified,
              o.deleted_at, o.known_seq, o.expanded_from, o.expanded_to
            from calendar_object o join calendar c using (home_id, cal_id)
            where o.home_id = any(:homes) and o.expanded_to is not null and o.deleted_at is null
              and o.span && tstzrange(:from, :to) and (o.expanded_from > :from or o.expanded_to < :to) and\s""";

    /** Series of which the range shows more than is stored. */
    public List<Beyond> beyond(Query query) {
        return jdbi.withHandle(handle -> beyond(
                handle.createQuery(BEYOND + "o.cal_id = any(:calendars) and " + WORDS)
                        .bind("calendars", query.calendars().toArray(UUID[]::new))
                        .bind("masked", query.masked().toArray(UUID[]::new))
                        .bind("words", pattern(query)),
                query.homes(),
                query.range()));
    }

    /** The same for whole homes, calendars that count as free left out. */
    public List<Beyond> beyond(Collection<UUID> homes, Interval range) {
        return jdbi.withHandle(handle ->
                beyond(handle.createQuery(BEYOND + "not c.transparent and c.deleted_at is null"), homes, range));
    }

    private static List<Beyond> beyond(org.jdbi.v3.core.statement.Query query, Collection<UUID> homes, Interval range) {
        var mapper = ConstructorMapper.of(EventRow.class);
        return query.bind("homes", homes.toArray(UUID[]::new))
                .bind("from", range.start())
                .bind("to", range.end())
                .map((row, context) -> new Beyond(
                        mapper.specialize(row, context).map(row, context),
                        new Interval(moment(row, "expanded_from"), moment(row, "expanded_to"))))
                .list();
    }

    private static String pattern(Query query) {
        return query.words().replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** The live event of that UID in these calendars, that in the home before any other. */
    public Optional<UUID> byUid(Collection<CalendarCollection> calendars, Uid uid, UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select obj_id from calendar_object
                        where home_id = any(:homes) and uid = :uid and comp = 0 and deleted_at is null
                          and cal_id = any(:calendars)
                        order by home_id = :home desc, sched_role desc limit 1""")
                .bind("homes", each(calendars, CalendarCollection::home))
                .bind("calendars", each(calendars, CalendarCollection::id))
                .bind("uid", uid.value())
                .bind("home", home)
                .mapTo(UUID.class)
                .findOne());
    }

    private static UUID[] each(Collection<CalendarCollection> calendars, Function<CalendarCollection, UUID> part) {
        return calendars.stream().map(part).toArray(UUID[]::new);
    }
}
