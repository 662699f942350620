package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.kalends.event.overlay.Overlay;
import org.kalends.event.store.EventStore.Place;

/** What viewers have for themselves of objects in others' calendars; it lies in the owner's home. */
@ApplicationScoped
public class OverlayStore {

    @Inject
    Jdbi jdbi;

    /**
     * What one viewer has of one object.
     *
     * @param revision grows with each change of it; 0 where nothing was ever said
     */
    public record Own(Overlay overlay, long revision) {

        public static final Own NOTHING = new Own(Overlay.NONE, 0);

        /** The entity tag of the object as he has it. */
        public String entityTag(String shared) {
            return entityTag(shared, revision);
        }

        /** The tag of what all share, of one that he saw; empty when he has said something else since. */
        public Optional<String> shared(String seen) {
            var mine = entityTag("", revision);
            return seen.endsWith(mine)
                    ? Optional.of(seen.substring(0, seen.length() - mine.length()))
                    : Optional.empty();
        }

        static String entityTag(String shared, long revision) {
            return revision == 0 ? shared : shared + '.' + revision;
        }

        static Own of(ResultSet row) throws SQLException {
            var text = row.getString("overlay");
            return text == null ? NOTHING : new Own(Overlay.read(text), row.getLong("overlay_seq"));
        }
    }

    public Own find(UUID home, UUID object, UUID viewer) {
        return jdbi.withHandle(handle -> handle.createQuery("select overlay, seq as overlay_seq from object_user"
                        + " where home_id = ? and obj_id = ? and user_id = ?")
                .bind(0, home)
                .bind(1, object)
                .bind(2, viewer)
                .map((row, context) -> Own.of(row))
                .findOne()
                .orElse(Own.NOTHING));
    }

    /** By object; those of which nothing is said are left out. */
    public Map<UUID, Own> of(UUID viewer, Collection<UUID> homes, Collection<UUID> objects) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select obj_id, overlay, seq as overlay_seq from object_user"
                        + " where home_id = any(?) and user_id = ? and obj_id = any(?)")
                .bind(0, homes.toArray(UUID[]::new))
                .bind(1, viewer)
                .bind(2, objects.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(row.getObject("obj_id", UUID.class), Own.of(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What he has from now on; what says the same as before is no change. */
    public Own keep(Place place, UUID viewer, Own before, Overlay wanted) {
        return before.overlay().equals(wanted) ? before : save(place, viewer, wanted);
    }

    /** Counted for this viewer alone, under the lock of the calendar's row. */
    private Own save(Place place, UUID viewer, Overlay overlay) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                with counted as (update calendar set overlay_seq = greatest(change_seq, overlay_seq) + 1
                  where home_id = :home and cal_id = :calendar returning overlay_seq),
                reached as (insert into calendar_user (home_id, cal_id, user_id, overlay_seq)
                  select :home, :calendar, :viewer, overlay_seq from counted
                  on conflict (home_id, cal_id, user_id) do update set overlay_seq = excluded.overlay_seq),
                reminding as (%s)
                insert into object_user (home_id, obj_id, user_id, overlay, seq)
                select :home, :object, :viewer, :overlay, overlay_seq from counted
                on conflict (home_id, obj_id, user_id) do update set overlay = excluded.overlay, seq = excluded.seq
                returning seq"""
                                .formatted(AlarmChanges.ALWAYS))
                .bindMethods(place)
                .bind("viewer", viewer)
                .bind("overlay", overlay.text())
                .mapTo(Long.class)
                .map(seq -> new Own(overlay, seq))
                .one());
    }
}
