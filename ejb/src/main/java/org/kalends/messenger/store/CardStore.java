package org.kalends.messenger.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;

/** The table {@code messenger_card}. */
@ApplicationScoped
public class CardStore {

    @Inject
    Jdbi jdbi;

    /**
     * A card with buttons, as it was shown.
     *
     * @param organizer whose event it is
     */
    public record Open(UUID id, UUID organizer, String chat, String message, String words) {}

    /** @param reader whom it was shown to */
    public void add(UUID reader, Uid uid, Open card) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into messenger_card (home_id, id, uid, organizer_id, chat, message, words)
                        values (:reader, :id, :uid, :organizer, :chat, :message, :words)""")
                .bind("reader", reader)
                .bind("id", card.id())
                .bind("uid", uid.value())
                .bind("organizer", card.organizer())
                .bind("chat", card.chat())
                .bind("message", card.message())
                .bind("words", card.words())
                .execute());
    }

    /** Those about an event, the newest first; for this transaction alone. */
    public List<Open> open(UUID reader, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select id, organizer_id, chat, message, words from messenger_card
                        where home_id = :reader and uid = :uid order by id desc for update""")
                .bind("reader", reader)
                .bind("uid", uid.value())
                .map((row, context) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("organizer_id", UUID.class),
                        row.getString("chat"),
                        row.getString("message"),
                        row.getString("words")))
                .list());
    }

    /** It says something else now. */
    public void reword(UUID reader, UUID card, String words) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update messenger_card set words = :words where home_id = :reader and id = :card")
                .bind("words", words)
                .bind("reader", reader)
                .bind("card", card)
                .execute());
    }

    /** It has no buttons any more. */
    public void close(UUID reader, UUID card) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from messenger_card where home_id = :reader and id = :card")
                        .bind("reader", reader)
                        .bind("card", card)
                        .execute());
    }

    /** @return how many were too old to be altered */
    public int forget(Duration age, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from messenger_card where (home_id, id) in (
                          select home_id, id from messenger_card where shown_at < now() - make_interval(secs => :age)
                          limit :limit)""")
                .bind("age", age.toSeconds())
                .bind("limit", limit)
                .execute());
    }
}
