package org.kalends.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How the server reaches its database.
 *
 * @param url of JDBC
 */
record DatabaseAddress(String url, String user, String password) {

    private static final String PREFIX = "jdbc:postgresql:";

    /** One that the launcher started. */
    static DatabaseAddress embedded(int port, String password) {
        return new DatabaseAddress(PREFIX + "//127.0.0.1:" + port + "/postgres", "postgres", password);
    }

    /** Reads the URL of one that stands outside; user and password come from the environment. */
    static final class Reader implements ITypeConverter<DatabaseAddress> {

        @Override
        public DatabaseAddress convert(String url) throws IOException {
            if (!url.startsWith(PREFIX)) {
                throw new TypeConversionException("must begin with " + PREFIX + ", was '" + url + "'");
            }
            var password = Environment.secret("KALENDS_DATABASE_PASSWORD");
            if (password.isEmpty()) { // the server refuses a pool without one
                throw new TypeConversionException("needs KALENDS_DATABASE_PASSWORD or KALENDS_DATABASE_PASSWORD_FILE");
            }
            return new DatabaseAddress(url, Environment.text("KALENDS_DATABASE_USER", "kalends"), password);
        }
    }

    static Path passwordFile(Path home) {
        return home.resolve("database-password");
    }
}
