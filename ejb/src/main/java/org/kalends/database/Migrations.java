package org.kalends.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the schema to head before anything else starts; beans that read at start depend on it. Several nodes may
 * start at once: Flyway takes an advisory lock, the second finds nothing left to do.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    @Resource(lookup = Database.DATA_SOURCE)
    DataSource dataSource;

    private String head = "";

    @PostConstruct
    void migrate() {
        var flyway = flyway(dataSource);
        flyway.migrate();
        head = newest(flyway);
    }

    /**
     * Returns when the schema is at head. For beans that start in another module of an EAR: they cannot name this one in
     * {@code @DependsOn}, but a singleton answers no call before it is made.
     */
    public void awaitHead() {
        // being answered is all that is asked for
    }

    /** The version that this program's schema has; newer ones in the database are another node's, amid an upgrade. */
    public String head() {
        return head;
    }

    /** Applies what is missing; an applied migration that was altered since is an error. */
    public static void run(DataSource dataSource) {
        flyway(dataSource).migrate();
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
    }

    private static String newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElseThrow();
    }
}
