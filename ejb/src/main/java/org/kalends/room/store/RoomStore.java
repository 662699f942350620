package org.kalends.room.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.room.domain.FoundRoom;
import org.kalends.room.domain.RoomWish;

/** Rooms with what is known of them, and whether a time is free. */
@ApplicationScoped
public class RoomStore {

    @Inject
    Jdbi jdbi;

    /** One statement; the free ones first, the smallest that is large enough before larger ones. */
    public List<FoundRoom> find(RoomWish wish) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select p.id, p.name, p.address, p.capacity, p.equipment, p.site, p.floor, taken.until
                from principal p left join lateral (select max(upper(b.period)) as until from room_booking b
                  where b.home_id = p.id and b.period && tstzrange(:from, :to) and b.uid <> :except) as taken on true
                where p.kind = 'ROOM' and p.blocked_at is null and coalesce(p.capacity, 0) >= :capacity
                  and p.equipment @> cast(:equipment as text[]) and (:site = '' or p.site = :site)
                order by taken.until is not null, p.capacity, p.name""")
                .bind("except", wish.except() == null ? "" : wish.except().value())
                .bind("from", wish.when().start())
                .bind("to", wish.when().end())
                .bind("capacity", wish.capacity())
                .bind("equipment", wish.equipment().toArray(String[]::new))
                .bind("site", wish.site())
                .map((row, context) -> {
                    var until = row.getObject("until", OffsetDateTime.class);
                    return new FoundRoom(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("address"),
                            (Integer) row.getObject("capacity"),
                            List.of((String[]) row.getArray("equipment").getArray()),
                            row.getString("site"),
                            row.getString("floor"),
                            until == null ? null : until.toInstant());
                })
                .list());
    }
}
