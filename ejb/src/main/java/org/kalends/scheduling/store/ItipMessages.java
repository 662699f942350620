package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Recent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
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
        add(message, null, false);
    }

    /**
     * To be spread later, and whatever comes after it of the same event behind it.
     *
     * @param before what its recipients know
     */
    public void addWaiting(ItipMessage message, @Nullable EventSeries before) {
        add(message, before, true);
    }

    private void add(ItipMessage message, @Nullable EventSeries before, boolean waits) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into itip_message (home_id, id, uid, method, ical, before_ical, waits, actor, at)"
                                + " values (:home, :id, :uid, :method, :ical, :before, :waits, :actor, :at)")
                .bind("home", message.home())
                .bind("id", message.id())
                .bind("uid", message.series().uid().value())
                .bind("method", message.method().name())
                .bind("ical", ICalendar.write(message.series()))
                .bind("before", before == null ? null : ICalendar.write(before))
                .bind("waits", waits)
                .bind("actor", message.actor())
                .bind("at", message.at())
                .execute());
    }

    /** Whether messages of that event are still to be spread. */
    public boolean waiting(UUID home, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from itip_message where home_id = ? and uid = ? and waits)")
                .bind(0, home)
                .bind(1, uid.value())
                .mapTo(Boolean.class)
                .one());
    }

    /** Lets one wait no longer; what its recipients knew. */
    public Optional<EventSeries> release(UUID home, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "update itip_message set waits = false where home_id = ? and id = ? returning before_ical")
                .bind(0, home)
                .bind(1, id)
                .map((row, context) -> Optional.ofNullable(row.getString(1)).map(ICalendar::parse))
                .one());
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
