package org.kalends.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** One JDBC connection to the server's own database, doing what the server's requests read and write, and no more. */
final class BareSql implements AutoCloseable {

    private static final int PORT_LINE = 3;

    private final Connection connection;
    private final byte[] session;

    private BareSql(Connection connection) throws SQLException {
        this.connection = connection;
        this.session = single("select token_hash from session limit 1", result -> result.getBytes(1));
        connection.setAutoCommit(false);
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    static BareSql joined(Path data) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(PORT_LINE);
        var password = Files.readString(data.resolve("database-password"));
        return new BareSql(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?stringtype=unspecified", "postgres", password));
    }

    private <T> T single(String sql, Column<T> column) throws SQLException {
        try (var statement = connection.createStatement()) {
            var found = statement.executeQuery(sql);
            if (!found.next()) throw new IllegalStateException("nothing: " + sql);
            return column.of(found);
        }
    }

    UUID principal(String login) throws SQLException {
        return single("select id from principal where login = '" + login + "'", row -> row.getObject(1, UUID.class));
    }

    UUID calendar(UUID home) throws SQLException {
        return single(
                "select cal_id from calendar where is_default and home_id = '" + home + "'",
                row -> row.getObject(1, UUID.class));
    }

    String setting(String name) throws SQLException {
        return single("show " + name, row -> row.getString(1));
    }

    /** In how many homes besides the organizer's there is the event. */
    int copies(String uid, UUID organizer) throws SQLException {
        int count = read("select home_id from calendar_object where uid = ? and home_id <> ?", uid, organizer);
        connection.commit();
        return count;
    }

    /** Whether no consumer has had anything to do for a while. */
    boolean quiet() throws SQLException {
        int lately = read("select 1 from processed where at > now() - interval '5 seconds' limit 1");
        connection.commit();
        return lately == 0;
    }

    SavedRows rowsOf(String event, UUID home) throws SQLException {
        return SavedRows.of(connection, event, home);
    }

    /** Who asks, his calendar, who is invited and how they want to be told; then all rows of the event, and fsync. */
    void save(SavedRows rows, UUID home, List<String> invited) throws SQLException {
        var calendar = calendar(home);
        who();
        var people = people(invited);
        read("select principal_id, body::text from settings where principal_id = any(?)", uuids(people));
        try (var locked = connection.prepareStatement(
                "update calendar set change_seq = change_seq + 1 where home_id = ? and cal_id = ?")) {
            locked.setObject(1, home);
            locked.setObject(2, calendar);
            locked.executeUpdate();
        }
        var kept = people.stream().map(UUID::toString).collect(Collectors.toList());
        kept.add(home.toString());
        kept.add(calendar.toString());
        rows.writeAgain(connection, kept);
        connection.commit();
    }

    /** All that a listing shows, every column fetched. */
    int range(UUID home, OffsetDateTime from, OffsetDateTime to) throws SQLException {
        who();
        int count = read(
                """
                select i.obj_id, i.cal_id, i.rid, lower(i.period), upper(i.period), i.floating, o.uid, o.etag,
                  o.change_seq, o.sequence, o.brief, o.created, o.modified
                from instance i join calendar_object o using (home_id, obj_id)
                where i.home_id = ? and i.cal_id = any(?) and i.period && tstzrange(?, ?) and o.deleted_at is null
                order by lower(i.period), i.obj_id, i.rid limit 1001""",
                home,
                uuids(List.of(calendar(home))),
                from,
                to);
        connection.commit();
        return count;
    }

    int busy(List<String> addresses, OffsetDateTime from, OffsetDateTime to) throws SQLException {
        who();
        var people = people(addresses);
        read("select principal_id, body::text from settings where principal_id = any(?)", uuids(people));
        int count = read(
                """
                select i.home_id, lower(i.period), upper(i.period), i.floating, i.fbtype
                from instance i join calendar c using (home_id, cal_id)
                where i.home_id = any(?) and i.period && tstzrange(?, ?) and i.fbtype > 0
                  and not c.transparent and c.deleted_at is null
                order by 1, 2""",
                uuids(people),
                from,
                to);
        connection.commit();
        return count;
    }

    private void who() throws SQLException {
        read(
                """
                select p.id, p.kind, p.login, p.name, p.address, p.zone, p.language, p.role, s.csrf_token, s.expires
                from session s join principal p on p.id = s.principal_id where s.token_hash = ?""",
                session);
    }

    private List<UUID> people(List<String> addresses) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement(
                """
                select p.id, p.kind, p.login, p.name, p.address, p.zone, p.language, p.role from unnest(?) as a(asked)
                left join alias l on l.address = a.asked
                join principal p on p.address = a.asked or p.id = l.principal_id""")) {
            statement.setArray(1, connection.createArrayOf("text", addresses.toArray()));
            var rows = statement.executeQuery();
            while (rows.next()) found.add(rows.getObject(1, UUID.class));
        }
        return found;
    }

    private Array uuids(List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private int read(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return drained(statement, values);
        }
    }

    private static int drained(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        var rows = statement.executeQuery();
        int columns = rows.getMetaData().getColumnCount();
        int count = 0;
        for (; rows.next(); count++) {
            for (int i = 1; i <= columns; i++) rows.getObject(i);
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
