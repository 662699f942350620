package org.kalends.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the server reaches its database. */
record DatabaseAddress(int port, String user, String password) {

    private static final String PASSWORD_FILE = "database-password";

    /** The database that another node of this data directory started. */
    static DatabaseAddress joined(Path home, int port) throws IOException {
        return new DatabaseAddress(port, "postgres", Files.readString(home.resolve(PASSWORD_FILE)));
    }

    static Path passwordFile(Path home) {
        return home.resolve(PASSWORD_FILE);
    }
}
