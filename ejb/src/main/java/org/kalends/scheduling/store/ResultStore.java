package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

/** The table {@code delivery_result}. */
@ApplicationScoped
public class ResultStore {

    @Inject
    Jdbi jdbi;

    public void put(UUID home, Uid uid, CalendarAddress address, String status) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into delivery_result (home_id, uid, address, status) values (:home, :uid, :address, :status)
                        on conflict (home_id, uid, address) do update
                          set status = excluded.status, at = clock_timestamp()""")
                .bind("home", home)
                .bind("uid", uid.value())
                .bind("address", address.value())
                .bind("status", status)
                .execute());
    }

    /** All of an event, which are forgotten with it. */
    public Map<CalendarAddress, String> take(UUID home, Uid uid) {
        record Row(String address, String status) {}
        return jdbi
                .withHandle(
                        handle -> handle.createQuery("delete from delivery_result where home_id = :home and uid = :uid"
                                        + " returning address, status")
                                .bind("home", home)
                                .bind("uid", uid.value())
                                .map((row, context) -> new Row(row.getString("address"), row.getString("status")))
                                .list())
                .stream()
                .collect(Collectors.toMap(row -> new CalendarAddress(row.address()), Row::status));
    }
}
