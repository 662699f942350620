package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.DirectoryEntry;
import org.kalends.identity.Person;
import org.kalends.identity.Principal;
import org.kalends.identity.Registration;

/** Principals, their aliases and groups. */
@ApplicationScoped
public class PrincipalStore {

    static final String COLUMNS = "p.id, p.kind, p.login, p.name, p.address, p.zone, p.language, p.role";

    private static final int MOST_WORDS = 10;
    private static final double LIKENESS = 0.4; // one wrong letter in a name of seven still finds it

    @Inject
    Jdbi jdbi;

    public List<Principal> byIds(Collection<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from principal p where p.id = any(:ids)")
                        .bind("ids", ids.toArray(UUID[]::new))
                        .map(PrincipalStore::principal)
                        .list());
    }

    public Optional<Principal> byLogin(String login) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from principal p"
                        + " where p.login = :login or p.address = :login"
                        + " or p.id in (select principal_id from alias where address = :login) limit 1")
                .bind("login", login)
                .map(PrincipalStore::principal)
                .findOne());
    }

    public Map<CalendarAddress, Principal> byAddress(Collection<CalendarAddress> addresses) {
        var found = new HashMap<CalendarAddress, Principal>();
        jdbi.useHandle(handle -> handle.createQuery("select a.asked, " + COLUMNS
                        + " from unnest(:asked) as a(asked) left join alias l on l.address = a.asked"
                        + " join principal p on p.address = a.asked or p.id = l.principal_id")
                .bind("asked", addresses.stream().map(CalendarAddress::value).toArray(String[]::new))
                .map((row, context) -> Map.entry(new CalendarAddress(row.getString("asked")), principal(row, context)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    public List<CalendarAddress> addressesOf(UUID principal) {
        return jdbi.withHandle(handle -> handle.createQuery("select address from principal where id = :id"
                        + " union all (select address from alias where principal_id = :id order by address)")
                .bind("id", principal)
                .map((row, context) -> new CalendarAddress(row.getString(1)))
                .list());
    }

    public List<Person> people(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + ", array(select a.address from alias a where a.principal_id = p.id) as aliases"
                        + " from principal p where p.id = any(:ids) and p.kind = 'USER' and p.blocked_at is null")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, context) -> person(row, context))
                .list());
    }

    private static Person person(ResultSet row, StatementContext context) throws SQLException {
        var principal = principal(row, context);
        var aliases = (String[]) row.getArray("aliases").getArray();
        var addresses = Stream.concat(
                        Stream.of(principal.address()), Stream.of(aliases).map(CalendarAddress::new))
                .collect(Collectors.toSet());
        return new Person(principal, addresses);
    }

    public List<Principal> membersOf(UUID group, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "with recursive member(id) as ("
                                + "select member_id from group_member where group_id = :group union "
                                + "select g.member_id from group_member g join member m on g.group_id = m.id) select "
                                + COLUMNS
                                + " from member join principal p using (id) where p.kind <> 'GROUP' order by p.name limit :limit")
                .bind("group", group)
                .bind("limit", limit)
                .map(PrincipalStore::principal)
                .list());
    }

    /** The condition is one that the trigram index answers: it knows LIKE, but not LIKE ALL. */
    public List<DirectoryEntry> search(String words, int limit) {
        var patterns = patterns(words);
        var begins = IntStream.range(0, patterns.size())
                .mapToObj(i -> "p.words like :word" + i)
                .collect(Collectors.joining(" and ", "(", ")"));
        return jdbi.withHandle(handle -> {
            handle.execute("set pg_trgm.word_similarity_threshold = " + LIKENESS);
            var query = handle.createQuery(
                    "select " + COLUMNS + ", p.title from principal p where p.blocked_at is null and ("
                            + begins + " or p.words %> :query) order by not " + begins
                            + ", word_similarity(:query, p.words) desc, p.name limit :limit");
            for (int i = 0; i < patterns.size(); i++) query.bind("word" + i, patterns.get(i));
            return query.bind("query", words)
                    .bind("limit", limit)
                    .map((row, context) -> new DirectoryEntry(principal(row, context), row.getString("title")))
                    .list();
        });
    }

    /** Each word of the query must begin a word of the principal; the column has a blank before each. */
    private static List<String> patterns(String words) {
        return Stream.of(words.split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> "% " + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    /** @return false when the login or the address is taken */
    public boolean add(UUID id, Registration registration, String passwordHash) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "insert into principal (id, kind, login, name, address, title, zone, language, role,"
                                        + " password_hash, capacity, equipment, site, floor, words)"
                                        + " values (:id, :kind, :login, :name, :address, :title, :zone, :language, :role,"
                                        + " nullif(:hash, ''), :capacity, :equipment, :site, :floor, :words)"
                                        + " on conflict do nothing")
                        .bind("id", id)
                        .bind("kind", registration.kind().name())
                        .bind("login", registration.login())
                        .bind("name", registration.name())
                        .bind("address", registration.address().value())
                        .bind("title", registration.title())
                        .bind("zone", registration.zone().getId())
                        .bind("language", registration.language().getLanguage())
                        .bind("role", registration.role().name())
                        .bind("hash", passwordHash)
                        .bind("capacity", registration.place().capacity())
                        .bind("equipment", registration.place().equipment().toArray(String[]::new))
                        .bind("site", registration.place().site())
                        .bind("floor", registration.place().floor())
                        .bind("words", registration.words())
                        .execute()
                == 1);
    }

    public void addMember(UUID group, UUID member) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into group_member (group_id, member_id) values (?, ?) on conflict do nothing", group, member));
    }

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from principal")
                .mapTo(Long.class)
                .one());
    }

    static Principal principal(ResultSet row, StatementContext context) throws SQLException {
        return new Principal(
                row.getObject("id", UUID.class),
                Principal.Kind.valueOf(row.getString("kind")),
                row.getString("login"),
                row.getString("name"),
                new CalendarAddress(row.getString("address")),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")),
                Principal.Role.valueOf(row.getString("role")));
    }
}
