package org.kalends.reminder.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.event.overlay.Overlay;
import org.kalends.icalendar.codec.AlarmRules;
import org.kalends.reminder.Due;
import org.kalends.reminder.Due.Key;

/** Objects as those have them whom their alarms may remind: their owners and viewers who have alarms. */
@ApplicationScoped
public class ReaderStore {

    @Inject
    Jdbi jdbi;

    /** @param text with the alarms of this reader */
    public record Remindable(Due.Key key, UUID calendar, String text) {}

    /** Every reader of these objects; none of one that is gone or has no alarms. One statement. */
    public Map<Key, Remindable> of(Collection<UUID> homes, Collection<UUID> objects) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        """
                        select o.home_id, o.obj_id, o.cal_id, o.ical, r.user_id, r.overlay
                        from calendar_object o
                        join (select distinct home, object from unnest(:homes, :objects) as asked (home, object)) as w
                          on o.home_id = w.home and o.obj_id = w.object
                        cross join lateral (
                          select o.home_id as user_id, null as overlay
                          union all
                          select u.user_id, u.overlay from object_user u
                          where u.home_id = o.home_id and u.obj_id = o.obj_id and u.overlay like '%BEGIN:VALARM%') as r
                        where o.comp = 0 and o.deleted_at is null""")
                .bind("homes", homes.toArray(UUID[]::new))
                .bind("objects", objects.toArray(UUID[]::new))
                .map((row, context) -> remindable(row))
                .stream()
                .filter(remindable -> AlarmRules.mayBeIn(remindable.text()))
                .collect(toMap(Remindable::key, remindable -> remindable)));
    }

    private static Remindable remindable(ResultSet row) throws SQLException {
        var key = new Due.Key(
                row.getObject("home_id", UUID.class),
                row.getObject("obj_id", UUID.class),
                row.getObject("user_id", UUID.class));
        var shared = new String(row.getBytes("ical"), StandardCharsets.UTF_8);
        var overlay = row.getString("overlay");
        var text = overlay == null ? shared : Overlay.read(overlay).over(shared);
        return new Remindable(key, row.getObject("cal_id", UUID.class), text);
    }
}
