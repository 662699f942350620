package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

/** Answer links by the hash of their token. */
@ApplicationScoped
public class RsvpTokens {

    @Inject
    Jdbi jdbi;

    /** @param sequence of the event when the link was sent */
    public record Invitation(UUID home, Uid uid, CalendarAddress address, int sequence) {}

    /** At once, in a transaction of its own: the mail may be read before the one that sends it ends. */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(byte[] tokenHash, Invitation invitation, Duration lives) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into rsvp_token (token_hash, home_id, uid, address, sequence, expires) values"
                                + " (:hash, :home, :uid, :address, :sequence, clock_timestamp() + :lives * interval '1 second')")
                .bind("hash", tokenHash)
                .bind("home", invitation.home())
                .bind("uid", invitation.uid().value())
                .bind("address", invitation.address().value())
                .bind("sequence", invitation.sequence())
                .bind("lives", lives.toSeconds())
                .execute());
    }

    public Optional<Invitation> find(byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select home_id, uid, address, sequence from rsvp_token"
                        + " where token_hash = :hash and expires > clock_timestamp()")
                .bind("hash", tokenHash)
                .map((row, context) -> new Invitation(
                        row.getObject("home_id", UUID.class),
                        new Uid(row.getString("uid")),
                        new CalendarAddress(row.getString("address")),
                        row.getInt("sequence")))
                .findOne());
    }
}
