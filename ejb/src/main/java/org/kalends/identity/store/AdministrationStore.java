package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.DirectoryRecord;
import org.kalends.identity.Draft;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Registration;
import org.kalends.identity.Registration.Place;

/** Principals with all that administrators decide about them. */
@ApplicationScoped
public class AdministrationStore {

    private static final String SELECT = "select p.*, array(select a.address from alias a where a.principal_id = p.id"
            + " order by a.address) as aliases from principal p where p.kind = :kind and p.retired_at is null";

    @Inject
    Jdbi jdbi;

    /** One administrator at a time gives out names: no constraint spans addresses and aliases. */
    public void lock() {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtext('kalends addresses'))::text")
                .mapTo(String.class)
                .list());
    }

    public Optional<DirectoryRecord> find(Kind kind, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " and p.id = :id")
                .bind("kind", kind.name())
                .bind("id", id)
                .map(AdministrationStore::entry)
                .findOne());
    }

    public List<DirectoryRecord> list(Kind kind, String query, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " and p.login > :after and p.words like '%' || :query || '%' order by p.login limit :limit")
                .bind("kind", kind.name())
                .bind("after", after)
                .bind("query", query.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1"))
                .bind("limit", limit)
                .map(AdministrationStore::entry)
                .list());
    }

    /** A login or an address of the draft that belongs to somebody else. */
    public Optional<String> taken(UUID id, Draft draft) {
        var own = draft.registration();
        var addresses = Stream.concat(Stream.of(own.address()), draft.aliases().stream())
                .map(CalendarAddress::value)
                .toArray(String[]::new);
        return jdbi.withHandle(
                handle -> handle.createQuery("select login from principal where login = :login and id <> :id"
                                + " union all select address from principal where address = any(:addresses) and id <> :id"
                                + " union all select address from alias where address = any(:addresses) and principal_id <> :id"
                                + " limit 1")
                        .bind("login", own.login())
                        .bind("id", id)
                        .bind("addresses", addresses)
                        .mapTo(String.class)
                        .findOne());
    }

    /** All but kind and login, which stay. */
    public void replace(UUID id, Draft draft) {
        var now = draft.registration();
        jdbi.useHandle(handle -> {
            handle.createUpdate("update principal set name = :name, address = :address, title = :title, zone = :zone,"
                            + " language = :language, role = :role, capacity = :capacity, equipment = :equipment,"
                            + " site = :site, floor = :floor, words = :words where id = :id")
                    .bind("id", id)
                    .bind("name", now.name())
                    .bind("address", now.address().value())
                    .bind("title", now.title())
                    .bind("zone", now.zone().getId())
                    .bind("language", now.language().getLanguage())
                    .bind("role", now.role().name())
                    .bind("capacity", now.place().capacity())
                    .bind("equipment", now.place().equipment().toArray(String[]::new))
                    .bind("site", now.place().site())
                    .bind("floor", now.place().floor())
                    .bind("words", draft.words())
                    .execute();
            handle.execute("delete from alias where principal_id = ?", id);
            var aliases = draft.aliases().stream().map(CalendarAddress::value).toArray(String[]::new);
            handle.createUpdate("insert into alias (address, principal_id) select unnest(:aliases), :id")
                    .bind("aliases", aliases)
                    .bind("id", id)
                    .execute();
        });
    }

    public void block(UUID id) {
        jdbi.useHandle(handle -> handle.execute(
                "update principal set blocked_at = coalesce(blocked_at, clock_timestamp()) where id = ?", id));
    }

    public void unblock(UUID id) {
        jdbi.useHandle(handle -> handle.execute("update principal set blocked_at = null where id = ?", id));
    }

    public void retire(UUID id) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update principal set retired_at = clock_timestamp(), password_hash = null,"
                            + " blocked_at = coalesce(blocked_at, clock_timestamp()) where id = ?",
                    id);
            handle.execute("delete from group_member where member_id = ? or group_id = ?", id, id);
        });
    }

    private static DirectoryRecord entry(ResultSet row, StatementContext context) throws SQLException {
        var place = new Place(
                (Integer) row.getObject("capacity"),
                texts(row, "equipment"),
                row.getString("site"),
                row.getString("floor"));
        var registration = new Registration(
                Kind.valueOf(row.getString("kind")),
                row.getString("login"),
                row.getString("name"),
                new CalendarAddress(row.getString("address")),
                row.getString("title"),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")),
                Role.valueOf(row.getString("role")),
                place);
        var aliases = texts(row, "aliases").stream().map(CalendarAddress::new).toList();
        var blocked = row.getObject("blocked_at", OffsetDateTime.class);
        return new DirectoryRecord(
                row.getObject("id", UUID.class),
                new Draft(registration, aliases),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                blocked == null ? null : blocked.toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
