package org.kalends.messenger.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code messenger_account}: what is known of people beyond their addresses. */
@ApplicationScoped
public class AccountStore {

    @Inject
    Jdbi jdbi;

    /**
     * Somebody's account.
     *
     * @param chat by what name the messenger knows him; empty: by his address
     * @param refusedAt since when he wants nothing of the bot
     */
    public record Account(Optional<String> chat, Optional<Instant> refusedAt) {

        public static final Account USUAL = new Account(Optional.empty(), Optional.empty());
    }

    /** Of those of whom anything is known. */
    public Map<UUID, Account> of(Collection<UUID> users) {
        if (users.isEmpty()) return Map.of();
        return jdbi.withHandle(handle -> handle
                .createQuery("select user_id, chat, refused_at from messenger_account where user_id = any(:users)")
                .bind("users", users.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(
                        row.getObject("user_id", UUID.class),
                        new Account(
                                Optional.ofNullable(row.getString("chat")),
                                Optional.ofNullable(row.getTimestamp("refused_at"))
                                        .map(java.sql.Timestamp::toInstant))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** He wants nothing of the bot from now on. */
    public void refuse(UUID user) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into messenger_account (user_id, refused_at) values (:user, now())
                        on conflict (user_id) do update set refused_at = coalesce(messenger_account.refused_at, now())""")
                .bind("user", user)
                .execute());
    }
}
