package org.kalends.messenger.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Principal;

/** The tables {@code messenger_account} and {@code messenger_code}: what is known of people beyond their addresses. */
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

        /** By what name the messenger knows him, whose account it is. */
        public String name(Principal person) {
            return chat.orElse(person.address().value());
        }
    }

    public Account of(UUID user) {
        return of(List.of(user)).getOrDefault(user, Account.USUAL);
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
                                        .map(Timestamp::toInstant))))
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

    /** Cards are shown to him again. */
    public void allow(UUID user) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update messenger_account set refused_at = null where user_id = :user")
                        .bind("user", user)
                        .execute());
    }

    /** By what name the messenger knows him from now on, and nobody else; null for his address. */
    public void link(UUID user, @Nullable String chat) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update messenger_account set chat = null where chat = :chat and user_id <> :user")
                    .bind("chat", chat)
                    .bind("user", user)
                    .execute();
            handle.createUpdate(
                            """
                            insert into messenger_account (user_id, chat) values (:user, :chat)
                            on conflict (user_id) do update set chat = excluded.chat, refused_at = null""")
                    .bind("chat", chat)
                    .bind("user", user)
                    .execute();
        });
    }

    public Optional<UUID> byChat(String chat) {
        return jdbi.withHandle(handle -> handle.createQuery("select user_id from messenger_account where chat = :chat")
                .bind("chat", chat)
                .mapTo(UUID.class)
                .findOne());
    }

    /** In the place of the code that he has. @return until when it is good, by the database's clock */
    public Instant addCode(UUID user, byte[] hash, Duration lives) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into messenger_code (hash, user_id, expires)
                        values (:hash, :user, now() + make_interval(secs => :lives))
                        on conflict (user_id) do update set hash = excluded.hash, expires = excluded.expires
                        returning expires""")
                .bind("hash", hash)
                .bind("user", user)
                .bind("lives", lives.toSeconds())
                .map((row, context) -> row.getTimestamp("expires").toInstant())
                .one());
    }

    /** Whose code it is; it is good for this one time. */
    public Optional<UUID> takeCode(byte[] hash) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "delete from messenger_code where hash = :hash returning user_id, expires > now() as good")
                .bind("hash", hash)
                .map((row, context) -> row.getBoolean("good")
                        ? Optional.of(row.getObject("user_id", UUID.class))
                        : Optional.<UUID>empty())
                .findOne()
                .flatMap(user -> user));
    }
}
