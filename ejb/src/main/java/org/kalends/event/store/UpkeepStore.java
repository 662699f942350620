package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.kalends.event.domain.Derived;
import org.kalends.event.store.EventStore.Place;
import org.kalends.outbox.Json;

/** What is derived from the texts, written anew; texts, versions and change sequences stay as they are. */
@ApplicationScoped
public class UpkeepStore {

    private static final String COLUMNS =
            "select home_id, obj_id, cal_id, name, uid, ical, etag, sched_tag, change_seq, created, modified, deleted_at, known_seq"
                    + " from calendar_object where comp = 0 and deleted_at is null and ";

    @Inject
    Jdbi jdbi;

    /** Series that are stored to before that moment and go on after it; those that another node has are left to it. */
    public List<EventRow> endingBefore(Instant moment, int lot) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS
                        + "expanded_to < :moment and (upper_inf(span) or upper(span) > expanded_to)"
                        + " order by expanded_to limit :lot for update skip locked")
                .bind("moment", moment)
                .bind("lot", lot)
                .map(ConstructorMapper.of(EventRow.class))
                .list());
    }

    /** Objects in the order of their keys, from behind the given one on, locked. */
    public List<EventRow> after(UUID home, UUID object, int lot) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "(home_id, obj_id) > (:home, :object) order by home_id, obj_id limit :lot for update")
                .bind("home", home)
                .bind("object", object)
                .bind("lot", lot)
                .map(ConstructorMapper.of(EventRow.class))
                .list());
    }

    public void derive(EventRow row, Derived derived) {
        var expanded = derived.expanded();
        var place = new Place(row.homeId(), row.calId(), row.objId(), row.name());
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            update calendar_object set sched_role = :role, organizer = :organizer, sequence = :sequence,
                              span = tstzrange(:start, :end), expanded_from = :expandedFrom, expanded_to = :expandedTo,
                              summary = :summary, search = :search, brief = :brief, classified = :classified
                            where home_id = :home and obj_id = :object""")
                    .bindMethods(place)
                    .bind("role", derived.role().code())
                    .bind("organizer", derived.organizer())
                    .bind("sequence", derived.sequence())
                    .bind("start", derived.start())
                    .bind("end", derived.end())
                    .bind("expandedFrom", expanded == null ? null : expanded.start())
                    .bind("expandedTo", expanded == null ? null : expanded.end())
                    .bind("summary", derived.briefs().get(0).title())
                    .bind("search", derived.search())
                    .bind("brief", Json.write(derived.briefs()))
                    .bind("classified", derived.classified())
                    .execute();
            InstanceRows.replace(handle, place, derived.occurrences());
        });
    }
}
