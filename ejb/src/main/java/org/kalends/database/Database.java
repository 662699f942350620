package org.kalends.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The one data source, as Jdbi. Handles join the container's transaction: within one, every handle is the same
 * connection, and nothing commits before the boundary EJB returns.
 */
@ApplicationScoped
public class Database {

    /** JNDI name of the pool that the deployment scripts create. */
    public static final String DATA_SOURCE = "jdbc/kalends";

    @Resource(lookup = DATA_SOURCE)
    DataSource dataSource;

    @Produces
    @Singleton // has final methods, so no scope with a proxy serves
    Jdbi jdbi() {
        return over(dataSource);
    }

    /** Jdbi with what the stores rely on, over any data source. */
    public static Jdbi over(DataSource dataSource) {
        return Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }
}
