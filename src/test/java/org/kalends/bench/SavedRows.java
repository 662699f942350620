package org.kalends.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows that the server wrote for one event, to be written again under other ids: the same tables, indexes and
 * amounts, and nothing else. Outbox rows are written as published, or the server would send them.
 */
final class SavedRows {

    private static final Map<String, String> OF_EVENT = new LinkedHashMap<>();

    static {
        OF_EVENT.put("calendar_object", "obj_id::text = ?");
        OF_EVENT.put("instance", "obj_id::text = ?");
        OF_EVENT.put("change_log", "obj_id::text = ?");
        OF_EVENT.put("audit", "subject = ?");
        OF_EVENT.put("itip_message", "uid = (select uid from calendar_object where obj_id::text = ? limit 1)");
        OF_EVENT.put(
                "mail_news",
                "after_ical like '%' || (select uid from calendar_object where obj_id::text = ?" + " limit 1) || '%'");
        OF_EVENT.put(
                "outbox",
                "(dedup_key || coalesce(subject, '') || body) like '%' || (select uid from calendar_object"
                        + " where obj_id::text = ? limit 1) || '%'");
    }

    private final List<Table> tables = new ArrayList<>();

    private record Table(String insert, List<List<String>> rows) {}

    private SavedRows() {}

    static SavedRows of(Connection connection, String event, UUID home) throws SQLException {
        var saved = new SavedRows();
        for (var table : OF_EVENT.entrySet()) saved.read(connection, table.getKey(), table.getValue(), event, home);
        return saved;
    }

    private void read(Connection connection, String table, String where, String event, UUID home) throws SQLException {
        var owned = table.equals("audit") ? "actor" : "home_id";
        var sql = "select * from " + table + " where " + owned + " = ? and " + where;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, home);
            statement.setString(2, event);
            var found = statement.executeQuery();
            var columns = new ArrayList<String>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                columns.add(found.getMetaData().getColumnName(i));
            }
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var column : columns) {
                    boolean published = table.equals("outbox") && column.equals("state");
                    row.add(published ? "1" : found.getString(column));
                }
                rows.add(row);
            }
            if (rows.isEmpty()) throw new IllegalStateException("The event left nothing in " + table);
            var marks = columns.stream().map(c -> "?").collect(Collectors.joining(","));
            tables.add(new Table(
                    "insert into " + table + " (" + String.join(",", columns) + ") values (" + marks + ")", rows));
        }
    }

    int count() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    /** One batch a table, within the caller's transaction; principals and calendars stay who they are. */
    void writeAgain(Connection connection, List<String> kept) throws SQLException {
        var renamed = new LinkedHashMap<String, String>();
        for (var table : tables) {
            try (var insert = connection.prepareStatement(table.insert())) {
                for (var row : table.rows()) add(insert, row, kept, renamed);
                insert.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement insert, List<String> row, List<String> kept, Map<String, String> renamed)
            throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            var value = row.get(i);
            insert.setString(i + 1, value == null ? null : Ids.fresh(value, kept, renamed));
        }
        insert.addBatch();
    }

    /** Every UUID in a text, another one for it. */
    private static final class Ids {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        static String fresh(String text, List<String> kept, Map<String, String> renamed) {
            return ID.matcher(text)
                    .replaceAll(found -> kept.contains(found.group())
                            ? found.group()
                            : renamed.computeIfAbsent(
                                    found.group(), old -> UUID.randomUUID().toString()));
        }
    }
}
