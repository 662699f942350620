package org.kalends.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What is said of a home as a whole. */
@ApplicationScoped
public class HomeStore {

    @Inject
    Jdbi jdbi;

    /** Empty where nothing is said. */
    public String availability(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery("select availability from home where home_id = ?")
                .bind(0, home)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    public void setAvailability(UUID home, String text) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into home (home_id, availability) values (:home, :text)"
                        + " on conflict (home_id) do update set availability = excluded.availability")
                .bind("home", home)
                .bind("text", text)
                .execute());
    }

    /** Octets of all objects, in the trash too, and of all files that it brought in. */
    public long used(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce((select sum(bytes) from calendar where home_id = :home), 0)"
                                + " + coalesce((select sum(size) from attachment where home_id = :home), 0)")
                .bind("home", home)
                .mapTo(Long.class)
                .one());
    }

    /** Two steps, as there is never more than one. */
    public void makeDefault(UUID home, UUID calendar) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update calendar set is_default = false, version = version + 1"
                            + " where home_id = ? and is_default and cal_id <> ?")
                    .bind(0, home)
                    .bind(1, calendar)
                    .execute();
            handle.createUpdate("update calendar set is_default = true, version = version + 1"
                            + " where home_id = ? and cal_id = ? and not is_default and deleted_at is null")
                    .bind(0, home)
                    .bind(1, calendar)
                    .execute();
        });
    }
}
