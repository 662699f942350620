package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.kalends.event.domain.Derived;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.codec.AlarmRules;
import org.kalends.outbox.Json;

/** Objects with what is derived from them; every write counts its calendar's change sequence under the row's lock. */
@ApplicationScoped
public class EventStore {

    static final String COLUMNS =
            "home_id, obj_id, cal_id, name, uid, ical, etag, sched_tag, change_seq, created, modified, deleted_at,"
                    + " known_seq";

    /** A text that was written just now may be long: it is not read back. */
    private static final String WRITTEN = COLUMNS.replace(" ical,", " ''::bytea as ical,");

    @Inject
    Jdbi jdbi;

    /** Where an object is: its key, and the calendar it is listed in. */
    public record Place(UUID home, UUID calendar, UUID object, String name) {}

    /** In one of these homes. */
    public Optional<EventRow> find(Collection<UUID> homes, UUID object) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from calendar_object where home_id = any(?) and obj_id = ? and comp = 0")
                .bind(0, homes.toArray(UUID[]::new))
                .bind(1, object)
                .map(ConstructorMapper.of(EventRow.class))
                .findOne());
    }

    /** An event of the home that no other transaction changes until this one ends. */
    public Optional<EventRow> lock(UUID home, UUID object) {
        return one(
                "select " + COLUMNS + " from calendar_object where home_id = ? and obj_id = ? and comp = 0 for update",
                home,
                object);
    }

    /** The live object of that UID; a scheduling object before any other. Locked as by {@link #lock}. */
    public Optional<EventRow> lockByUid(UUID home, Uid uid) {
        return one(
                "select " + COLUMNS
                        + " from calendar_object where home_id = ? and uid = ? and comp = 0 and deleted_at is null"
                        + " order by sched_role desc limit 1 for update",
                home,
                uid.value());
    }

    public Optional<EventRow> findByUid(UUID home, Uid uid) {
        return one(
                "select " + COLUMNS
                        + " from calendar_object where home_id = ? and uid = ? and comp = 0 and deleted_at is null"
                        + " order by sched_role desc limit 1",
                home,
                uid.value());
    }

    private Optional<EventRow> one(String sql, Object... arguments) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < arguments.length; i++) query.bind(i, arguments[i]);
            return query.map(ConstructorMapper.of(EventRow.class)).findOne();
        });
    }

    public List<EventRow> findAll(Collection<UUID> homes, Collection<UUID> objects) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from calendar_object where home_id = any(?) and obj_id = any(?) and comp = 0")
                .bind(0, homes.toArray(UUID[]::new))
                .bind(1, objects.toArray(UUID[]::new))
                .map(ConstructorMapper.of(EventRow.class))
                .list());
    }

    /** Deleted ones of a home, the latest first. */
    public List<EventRow> trash(UUID home, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from calendar_object where home_id = :home and comp = 0 and deleted_at is not null and (:after::uuid is null"
                        + " or (deleted_at, obj_id) < (select last.deleted_at, last.obj_id from calendar_object last"
                        + " where last.home_id = :home and last.obj_id = :after::uuid))"
                        + " order by deleted_at desc, obj_id desc limit :limit")
                .bind("home", home)
                .bind("after", after == null ? null : after.toString())
                .bind("limit", limit)
                .map(ConstructorMapper.of(EventRow.class))
                .list());
    }

    /** Live ones of one calendar. */
    public List<EventRow> ofCalendar(UUID home, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from calendar_object where home_id = ? and cal_id = ? and comp = 0 and deleted_at is null")
                .bind(0, home)
                .bind(1, calendar)
                .map(ConstructorMapper.of(EventRow.class))
                .list());
    }

    /**
     * Writes the object and all that is derived from it; two statements, whatever its size. Whoever replaces an object
     * holds its lock, so the instances that the first one sees are all there are.
     */
    public EventRow save(Place place, State state, Instant now) {
        return jdbi.withHandle(handle -> {
            var row = one(handle.createQuery(UPSERT), new Written(place, state, now));
            InstanceRows.add(handle, place, state.derived().occurrences());
            return row;
        });
    }

    /** The same of an object that was not there before, under an id that nobody else has; one statement. */
    public EventRow create(Place place, State state, Instant now) {
        return jdbi.withHandle(handle -> {
            var written = new Written(place, state, now);
            var query = InstanceRows.bind(
                    handle.createQuery(CREATE), state.derived().occurrences());
            return one(query, written);
        });
    }

    /**
     * The same for a note that changes nothing for whoever knew the event before.
     *
     * @param known the change sequence since which there were only notes
     */
    public EventRow annotate(Place place, State state, long known, Instant now) {
        var row = save(place, state, now);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update calendar_object set known_seq = ? where home_id = ? and obj_id = ?")
                .bind(0, known)
                .bind(1, place.home())
                .bind(2, place.object())
                .execute());
        return row;
    }

    /** The change sequence since which there were only notes. */
    public long knownSince(UUID home, UUID object) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(known_seq, change_seq)"
                        + " from calendar_object where home_id = ? and obj_id = ?")
                .bind(0, home)
                .bind(1, object)
                .mapTo(Long.class)
                .one());
    }

    private static final String TRASH = Counted.COUNTED + ", reminding as (" + AlarmChanges.OF_KNOWN + ")"
            + """
            , gone as (delete from instance where home_id = :home and obj_id = :object),
            trashed as (update calendar_object o set deleted_at = :now, change_seq = counted.change_seq from counted
              where o.home_id = :home and o.obj_id = :object)
            """
            + Counted.GONE;

    /** Into the trash: name and UID are free again, instances go. */
    public void trash(Place place, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(TRASH).bindMethods(place).bind("now", now).execute());
    }

    /** It was in this calendar and is listed in another now. */
    public void leave(Place left) {
        jdbi.useHandle(handle -> Counted.leave(handle, left));
    }

    /**
     * What is to be stored.
     *
     * @param scheduleTag kept by scheduling objects only
     */
    public record State(Uid uid, String ical, Derived derived, UUID scheduleTag) {}

    private record Written(Place place, State state, Instant now) {}

    private static final String INSERT =
            """
            insert into calendar_object (home_id, obj_id, cal_id, name, uid, ical, etag, sched_role, sched_tag, organizer, sequence,
              span, expanded_from, expanded_to, summary, search, brief, classified, change_seq, created, modified)
            select :home, :object, :calendar, :name, :uid, :ical, :etag, :role, case when :role > 0 then :tag::uuid end,
              :organizer, :sequence, tstzrange(:start, :end), :expandedFrom::timestamptz, :expandedTo::timestamptz,
              :summary, :search, :brief, :classified, counted.change_seq, :now::timestamptz, :now::timestamptz from counted
            """;

    private static final String UPSERT = Counted.COUNTED
            + ", gone as (delete from instance where home_id = :home and obj_id = :object), reminding as ("
            + AlarmChanges.OF_STORED + "), noted as (" + Counted.STORED + ") " + INSERT
            + """
            on conflict (home_id, obj_id) do update set cal_id = excluded.cal_id, name = excluded.name,
              ical = excluded.ical, etag = excluded.etag, sched_role = excluded.sched_role,
              sched_tag = excluded.sched_tag,
              organizer = excluded.organizer, sequence = excluded.sequence, span = excluded.span,
              expanded_from = excluded.expanded_from, expanded_to = excluded.expanded_to,
              summary = excluded.summary, search = excluded.search, brief = excluded.brief, classified = excluded.classified,
              change_seq = excluded.change_seq, known_seq = null, modified = excluded.modified, deleted_at = null
            returning
            """
            + WRITTEN;

    private static final String CREATE = Counted.COUNTED + ", reminding as (" + AlarmChanges.OF_NEW + "), noted as ("
            + Counted.STORED + "), placed as ("
            + InstanceRows.INSERT + " from counted, " + InstanceRows.ROWS + ") " + INSERT + " returning " + WRITTEN;

    private static EventRow one(Query query, Written written) {
        var state = written.state();
        byte[] octets = state.ical().getBytes(StandardCharsets.UTF_8);
        query.bindMethods(written.place())
                .bind("uid", state.uid().value())
                .bind("ical", octets)
                .bind("etag", EventRow.digest(octets))
                .bind("tag", state.scheduleTag())
                .bind("alarms", AlarmRules.mayBeIn(state.ical()))
                .bind("now", written.now());
        return bind(query, state.derived())
                .map(ConstructorMapper.of(EventRow.class))
                .one()
                .holding(octets);
    }

    private static Query bind(Query query, Derived derived) {
        var expanded = derived.expanded();
        return query.bind("role", derived.role().code())
                .bind("organizer", derived.organizer())
                .bind("sequence", derived.sequence())
                .bind("start", derived.start())
                .bind("end", derived.end())
                .bind("expandedFrom", expanded == null ? null : expanded.start())
                .bind("expandedTo", expanded == null ? null : expanded.end())
                .bind("summary", derived.briefs().get(0).title())
                .bind("search", derived.search())
                .bind("brief", Json.write(derived.briefs()))
                .bind("classified", derived.classified());
    }
}
