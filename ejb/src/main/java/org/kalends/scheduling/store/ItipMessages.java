package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.database.Recent;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.scheduling.ItipMessage;

/** The stored messages. */
@ApplicationScoped
public class ItipMessages {

    /** Thousands of deliveries may read one; the largest have thousands of attendees. */
    private final Recent<UUID, ItipMessage> recent = new Recent<>(16);

    @Inject
    Jdbi jdbi;

    public void add(ItipMessage message) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into itip_message (home_id, id, uid, method, ical, actor, at)"
                                + " values (:home, :id, :uid, :method, :ical, :actor, :at)")
                        .bind("home", message.home())
                        .bind("id", message.id())
                        .bind("uid", message.series().uid().value())
                        .bind("method", message.method().name())
                        .bind("ical", ICalendar.write(message.series()))
                        .bind("actor", message.actor())
                        .bind("at", message.at())
                        .execute());
    }

    public Optional<ItipMessage> find(UUID home, UUID id) {
        var found = recent.of(
                List.of(id), ids -> read(home, id).map(m -> Map.of(id, m)).orElseGet(Map::of));
        return Optional.ofNullable(found.get(id));
    }

    private Optional<ItipMessage> read(UUID home, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select method, ical, actor, at from itip_message where home_id = :home and id = :id")
                .bind("home", home)
                .bind("id", id)
                .map((row, context) -> new ItipMessage(
                        home,
                        id,
                        Method.valueOf(row.getString("method")),
                        ICalendar.parse(row.getString("ical")),
                        row.getObject("actor", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .findOne());
    }
}
