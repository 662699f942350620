package org.kalends.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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

    @PostConstruct
    void migrate() {
        run(dataSource);
    }

    /**
     * Returns when the schema is at head. For beans that start in another module of an EAR: they cannot name this one in
     * {@code @DependsOn}, but a singleton answers no call before it is made.
     */
    public void awaitHead() {
        // being answered is all that is asked for
    }

    /** Applies what is missing; an applied migration that was altered since is an error. */
    public static void run(DataSource dataSource) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
