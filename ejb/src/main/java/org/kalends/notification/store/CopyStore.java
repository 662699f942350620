package org.kalends.notification.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;

/** In which calendars people have an event. */
@Dependent
public class CopyStore {

    private final Jdbi jdbi;

    @Inject
    public CopyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By the person; the default calendar of whoever does not have it yet, for there it arrives. */
    public Map<UUID, UUID> calendars(Collection<UUID> people, Uid uid) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        """
                        select c.home_id, coalesce(o.cal_id, c.cal_id) as cal_id
                        from calendar c left join calendar_object o
                          on o.home_id = c.home_id and o.uid = :uid and o.comp = 0 and o.deleted_at is null
                        where c.home_id = any(:people) and c.is_default and c.deleted_at is null""")
                .bind("people", people.toArray(UUID[]::new))
                .bind("uid", uid.value())
                .map((row, context) ->
                        Map.entry(row.getObject("home_id", UUID.class), row.getObject("cal_id", UUID.class)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)));
    }
}
