package org.kalends.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.domain.Calendar;

/** Live calendars; those in the trash are not found. */
@ApplicationScoped
public class CalendarStore {

    @PersistenceContext
    EntityManager entities;

    public List<Calendar> ofHome(UUID home) {
        return entities.createQuery(
                        "select c from Calendar c where c.home = :home and c.uri <> 'inbox' and c.deletedAt is null order by c.position, c.id",
                        Calendar.class)
                .setParameter("home", home)
                .getResultList();
    }

    public Optional<Calendar> find(UUID home, UUID id) {
        return entities.createQuery(
                        "select c from Calendar c where c.home = :home and c.id = :id and c.uri <> 'inbox' and c.deletedAt is null",
                        Calendar.class)
                .setParameter("home", home)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public void add(Calendar calendar) {
        entities.persist(calendar);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }
}
