package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.kalends.icalendar.Uid;

/** Which events name files. */
@ApplicationScoped
public class FileHolderStore {

    @Inject
    Jdbi jdbi;

    /** The live ones of these UIDs that name any. */
    public List<EventRow> withFiles(UUID home, Collection<Uid> uids) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + EventStore.COLUMNS
                        + " from calendar_object where home_id = :home and uid = any(:uids) and comp = 0"
                        + " and deleted_at is null and position('\nATTACH'::bytea in ical) > 0")
                .bind("home", home)
                .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                .map(ConstructorMapper.of(EventRow.class))
                .list());
    }
}
