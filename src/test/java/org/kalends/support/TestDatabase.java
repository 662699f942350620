package org.kalends.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.kalends.database.Database;
import org.kalends.database.Migrations;

/** A real PostgreSQL, started once per test run; each caller gets a database of its own, migrated to head. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    public static DataSource migrated() {
        var database = Server.POSTGRES.getDatabase("postgres", created());
        Migrations.run(database);
        return database;
    }

    /**
     * An empty database for a server of one's own: the JDBC URL; the user is postgres, without a password. It refuses to
     * prepare transactions, as nothing of ours spans two resources.
     */
    public static String url() {
        return Server.POSTGRES.getJdbcUrl("postgres", created());
    }

    /** That database for a look of one's own. */
    public static Jdbi at(String url) {
        return Jdbi.create(url);
    }

    /** Nobody gets in until it is opened again, and who is in is thrown out. */
    public static void shut(String url) {
        admin("alter database " + name(url) + " with allow_connections false");
        admin("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name(url) + "'");
    }

    public static void open(String url) {
        admin("alter database " + name(url) + " with allow_connections true");
    }

    private static String name(String url) {
        return url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    private static void admin(String statement) {
        Jdbi.create(Server.POSTGRES.getPostgresDatabase()).useHandle(handle -> handle.execute(statement));
    }

    private static String created() {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return name;
    }

    public static Jdbi jdbi() {
        return Database.over(migrated());
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
