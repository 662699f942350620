package org.kalends.messenger.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** The table {@code messenger_events}: up to where each bot's happenings were heard. */
@ApplicationScoped
public class HappeningStore {

    @Inject
    Jdbi jdbi;

    /** Zero for a bot that heard nothing yet. */
    public long last(String bot) {
        return jdbi.withHandle(handle -> handle.createQuery("select last from messenger_events where bot = :bot")
                .bind("bot", bot)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Never back: what comes twice or late was heard. */
    public void advance(String bot, long number) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into messenger_events (bot, last) values (:bot, :number)
                        on conflict (bot) do update set last = greatest(messenger_events.last, excluded.last)""")
                .bind("bot", bot)
                .bind("number", number)
                .execute());
    }
}
