package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.identity.Session;

/** Sessions by the hash of their token; times are the database's. */
@ApplicationScoped
public class SessionStore {

    @Inject
    Jdbi jdbi;

    /** Somebody with a password. */
    public record Account(Principal principal, String passwordHash, boolean blocked) {}

    public Optional<Account> account(String login) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + PrincipalStore.COLUMNS
                        + ", p.password_hash, p.blocked_at is not null as blocked"
                        + " from principal p where p.password_hash is not null"
                        + " and (p.login = :login or p.address = :login"
                        + " or p.id in (select principal_id from alias where address = :login)) limit 1")
                .bind("login", login)
                .map((row, context) -> new Account(
                        PrincipalStore.principal(row, context),
                        row.getString("password_hash"),
                        row.getBoolean("blocked")))
                .findOne());
    }

    public Session add(Principal principal, byte[] tokenHash, Duration age) {
        var csrf = Secret.random().value();
        return jdbi.withHandle(
                handle -> handle.createQuery("insert into session (token_hash, principal_id, csrf_token, expires)"
                                + " values (:hash, :principal, :csrf, clock_timestamp() + :age * interval '1 second')"
                                + " returning expires")
                        .bind("hash", tokenHash)
                        .bind("principal", principal.id())
                        .bind("csrf", csrf)
                        .bind("age", age.toSeconds())
                        .map((row, context) -> new Session(
                                principal,
                                csrf,
                                row.getObject("expires", OffsetDateTime.class).toInstant()))
                        .one());
    }

    /** One statement in the common case; the touch is a second one, once a minute. */
    public Optional<Session> find(byte[] tokenHash, Duration idle) {
        return jdbi.withHandle(handle -> {
            var found = handle.createQuery("select " + PrincipalStore.COLUMNS + ", s.csrf_token, s.expires,"
                            + " s.used < clock_timestamp() - interval '1 minute' as untouched"
                            + " from session s join principal p on p.id = s.principal_id"
                            + " where s.token_hash = :hash and s.expires > clock_timestamp()"
                            + " and s.used > clock_timestamp() - :idle * interval '1 second' and p.blocked_at is null")
                    .bind("hash", tokenHash)
                    .bind("idle", idle.toSeconds())
                    .map((row, context) -> new Found(session(row, context), row.getBoolean("untouched")))
                    .findOne();
            if (found.filter(Found::untouched).isPresent()) {
                handle.execute("update session set used = clock_timestamp() where token_hash = ?", tokenHash);
            }
            return found.map(Found::session);
        });
    }

    private record Found(Session session, boolean untouched) {}

    private static Session session(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                PrincipalStore.principal(row, context),
                row.getString("csrf_token"),
                row.getObject("expires", OffsetDateTime.class).toInstant());
    }

    /** Whose it was; empty when there is none. */
    public Optional<UUID> remove(byte[] tokenHash) {
        return jdbi.withHandle(
                handle -> handle.createQuery("delete from session where token_hash = :hash returning principal_id")
                        .bind("hash", tokenHash)
                        .mapTo(UUID.class)
                        .findOne());
    }

    public void removeAll(UUID principal) {
        jdbi.useHandle(handle -> handle.execute("delete from session where principal_id = ?", principal));
    }

    public void keepNewest(UUID principal, int most) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from session where token_hash in (select token_hash from session where principal_id = ?"
                        + " order by expires <= clock_timestamp(), used desc, created desc offset ?)",
                principal,
                most));
    }

    /** At most so many that are over; rows that another node has locked are left to it. */
    public int removeOver(Duration idle, int most) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("delete from session where token_hash in (select token_hash from session"
                                + " where expires <= clock_timestamp()"
                                + " or used <= clock_timestamp() - :idle * interval '1 second'"
                                + " limit :most for update skip locked)")
                        .bind("idle", idle.toSeconds())
                        .bind("most", most)
                        .execute());
    }

    public void setPassword(UUID principal, String hash) {
        jdbi.useHandle(
                handle -> handle.execute("update principal set password_hash = ? where id = ?", hash, principal));
    }

    public void removeAppPasswords(UUID principal) {
        jdbi.useHandle(handle -> handle.execute("delete from app_password where principal_id = ?", principal));
    }
}
