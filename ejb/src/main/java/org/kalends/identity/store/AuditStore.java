package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditEntry;
import org.kalends.identity.AuditFilter;
import org.kalends.identity.Deed;

/** Audit entries; the table takes no update and no delete. */
@ApplicationScoped
public class AuditStore {

    private static final String INSERT =
            "insert into audit (id, actor, on_behalf_of, action, subject, network, client, before_hash, after_hash)"
                    + " values (:id, :actor, :owner, %s, :subject, :network, :client, :before, :after)";

    @Inject
    Jdbi jdbi;

    public void add(UUID id, Deed deed, String network, String client) {
        jdbi.useHandle(handle -> bound(handle.createUpdate(INSERT.formatted(":action")), id, deed)
                .bind("network", network)
                .bind("client", client)
                .execute());
    }

    /** The same, the action being chosen by whether the earlier one was ever done to the subject. */
    public void add(UUID id, Deed deed, Deed.After after, String network, String client) {
        var action = "case when exists (select from audit where subject = :subject and action = :earlier)"
                + " then :then else :action end";
        jdbi.useHandle(handle -> bound(handle.createUpdate(INSERT.formatted(action)), id, deed)
                .bind("earlier", after.earlier().token())
                .bind("then", after.then().token())
                .bind("network", network)
                .bind("client", client)
                .execute());
    }

    private static Update bound(Update insert, UUID id, Deed deed) {
        return insert.bind("id", id)
                .bind("actor", deed.actor())
                .bind("owner", deed.onBehalfOf())
                .bind("action", deed.action().token())
                .bind("subject", deed.subject())
                .bind("before", deed.hashes().before())
                .bind("after", deed.hashes().after());
    }

    public List<AuditEntry> find(AuditFilter filter, int limit) {
        var action = filter.action();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from audit where (cast(:actor as uuid) is null or actor = :actor)"
                                + " and (cast(:action as text) is null or action = :action)"
                                + " and (cast(:subject as text) is null or subject = :subject)"
                                + " and (cast(:from as timestamptz) is null or at >= :from)"
                                + " and (cast(:to as timestamptz) is null or at < :to)"
                                + " and (cast(:before as uuid) is null or id < :before) order by id desc limit :limit")
                .bind("actor", filter.actor())
                .bind("action", action == null ? null : action.token())
                .bind("subject", filter.subject())
                .bind("from", moment(filter.span().from()))
                .bind("to", moment(filter.span().to()))
                .bind("before", filter.before())
                .bind("limit", limit)
                .map(AuditStore::entry)
                .list());
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
        var hashes = new Deed.Hashes(row.getString("before_hash"), row.getString("after_hash"));
        var deed = new Deed(
                AuditAction.valueOf(
                        row.getString("action").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getObject("actor", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getString("subject"),
                hashes);
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                row.getObject("id", UUID.class), at, deed, row.getString("network"), row.getString("client"));
    }
}
