package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.identity.AppPassword;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.Principal;

/** App passwords by the hash of their secret; times are the database's. */
@ApplicationScoped
public class AppPasswordStore {

    private static final String COLUMNS = "id, label, scope, created, used";

    @Inject
    Jdbi jdbi;

    /**
     * Whose secret it is.
     *
     * @param untouched its use was not noted within the last minute
     */
    public record Match(Principal principal, UUID id, Scope scope, boolean untouched, boolean blocked) {}

    public List<AppPassword> of(UUID owner) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from app_password where principal_id = :owner order by id")
                .bind("owner", owner)
                .map(AppPasswordStore::password)
                .list());
    }

    public AppPassword add(UUID owner, UUID id, String name, Scope scope, byte[] secretHash) {
        return jdbi.withHandle(
                handle -> handle.createQuery("insert into app_password (principal_id, id, secret_hash, label, scope)"
                                + " values (:owner, :id, :hash, :name, :scope) returning " + COLUMNS)
                        .bind("owner", owner)
                        .bind("id", id)
                        .bind("hash", secretHash)
                        .bind("name", name)
                        .bind("scope", scope.name().toLowerCase(Locale.ROOT))
                        .map(AppPasswordStore::password)
                        .one());
    }

    public boolean remove(UUID owner, UUID id) {
        return jdbi.withHandle(
                handle -> handle.execute("delete from app_password where principal_id = ? and id = ?", owner, id) == 1);
    }

    public Optional<Match> match(String account, byte[] secretHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + PrincipalStore.COLUMNS
                        + ", a.id as password_id, a.scope,"
                        + " coalesce(a.used < clock_timestamp() - interval '1 minute', true) as untouched,"
                        + " p.blocked_at is not null as blocked"
                        + " from app_password a join principal p on p.id = a.principal_id"
                        + " where a.secret_hash = :hash and (p.login = :account"
                        + " or p.address = :account or exists (select from alias l"
                        + " where l.address = :account and l.principal_id = p.id))")
                .bind("hash", secretHash)
                .bind("account", account)
                .map((row, context) -> new Match(
                        PrincipalStore.principal(row, context),
                        row.getObject("password_id", UUID.class),
                        scope(row),
                        row.getBoolean("untouched"),
                        row.getBoolean("blocked")))
                .findOne());
    }

    public void touch(UUID owner, UUID id) {
        jdbi.useHandle(handle -> handle.execute(
                "update app_password set used = clock_timestamp() where principal_id = ? and id = ?", owner, id));
    }

    private static AppPassword password(ResultSet row, StatementContext context) throws SQLException {
        var used = row.getObject("used", OffsetDateTime.class);
        return new AppPassword(
                row.getObject("id", UUID.class),
                row.getString("label"),
                scope(row),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT));
    }
}
