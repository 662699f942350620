package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.scheduling.imip.HeldMail;
import org.kalends.scheduling.imip.HeldMail.Reason;

/** The table {@code held_mail}. */
@ApplicationScoped
public class HeldMailStore {

    private static final int MOST_TOLD = 100;

    @Inject
    Jdbi jdbi;

    /** @param mail the mail that it came in */
    public void add(UUID home, UUID mail, HeldMail held) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into held_mail (home_id, id, mail, method, ical, sender, reason, received)"
                                + " values (:home, :id, :mail, :method, :ical, :sender, :reason, :received)")
                .bind("reason", held.reason().name())
                .bind("home", home)
                .bind("id", held.id())
                .bind("mail", mail)
                .bind("method", held.method().name())
                .bind("ical", ICalendar.write(held.series()))
                .bind("sender", held.sender())
                .bind("received", held.received())
                .execute());
    }

    /** Of one person, the latest first. */
    public List<HeldMail> of(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, method, ical, sender, reason, received from held_mail where home_id = :home"
                                + " order by received desc, id limit :limit")
                .bind("home", home)
                .bind("limit", MOST_TOLD)
                .map((row, context) -> held(row))
                .list());
    }

    /** @param raw the mail that it came in */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Taken(HeldMail held, byte[] raw) {}

    /** Of two who take the same, one gets it. */
    public Optional<Taken> take(UUID home, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        delete from held_mail h using inbound_mail m
                        where h.home_id = :home and h.id = :id and m.id = h.mail
                        returning h.id, h.method, h.ical, h.sender, h.reason, h.received, m.raw""")
                .bind("home", home)
                .bind("id", id)
                .map((row, context) -> new Taken(held(row), row.getBytes("raw")))
                .findOne());
    }

    private static HeldMail held(ResultSet row) throws SQLException {
        return new HeldMail(
                row.getObject("id", UUID.class),
                Method.valueOf(row.getString("method")),
                ICalendar.parse(row.getString("ical")),
                row.getString("sender"),
                Reason.valueOf(row.getString("reason")),
                row.getObject("received", OffsetDateTime.class).toInstant());
    }
}
