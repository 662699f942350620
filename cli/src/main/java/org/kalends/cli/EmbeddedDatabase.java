package org.kalends.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL below the data directory, kept from start to start. */
final class EmbeddedDatabase implements Part {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private static final Logger LIBRARY = Logger.getLogger(EmbeddedPostgres.class.getName());

    private static final int STARTS_TRIED = 100;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(100);

    private final Path home;
    private @Nullable EmbeddedPostgres postgres;

    EmbeddedDatabase(Path home) {
        this.home = home;
    }

    DatabaseAddress start() throws IOException {
        var password = password();
        var running = started(freePort());
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
        } catch (SQLException e) {
            throw new IOException("The database does not answer: " + e.getMessage(), e);
        }
        return DatabaseAddress.embedded(running.getPort(), password);
    }

    private EmbeddedPostgres started(int port) throws IOException {
        var directory = home.resolve("postgresql");
        endLeftover(directory);
        var running = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgresql-binaries").toFile())
                .setPort(port)
                .setRegisterShutdownHook(false) // the server has to stop first
                .setServerConfig("max_prepared_transactions", "100")
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        postgres = running;
        return running;
    }

    /** The library's own process may be a launcher of the real one: the directory tells which that is. */
    boolean alive() throws IOException {
        return postmaster(home.resolve("postgresql")).isPresent();
    }

    private static Optional<ProcessHandle> postmaster(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) return Optional.empty(); // just being written
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(EmbeddedDatabase::isPostgres);
    }

    /**
     * After its death, on the same port. The processes that served its connections may need a moment to notice that
     * they are orphans, and no new one starts on the directory before.
     */
    void restart() throws IOException, InterruptedException {
        if (postgres == null) throw new IllegalStateException("not started");
        int port = postgres.getPort();
        letGo(postgres);
        for (int tried = 1; ; tried++) {
            try {
                started(port);
                return;
            } catch (IOException | IllegalStateException e) {
                if (tried == STARTS_TRIED)
                    throw new IOException("The database does not start again: " + e.getMessage(), e);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_STARTS.toMillis());
            }
        }
    }

    /** The library keeps a lock on the directory; that there is nothing to stop any more is no news to anybody. */
    private static void letGo(EmbeddedPostgres dead) throws IOException {
        LIBRARY.setLevel(Level.OFF);
        try {
            dead.close();
        } finally {
            LIBRARY.setLevel(null);
        }
    }

    /** After a kill of the launcher the database may live on; two on one directory would be the end of it. */
    private static void endLeftover(Path directory) throws IOException {
        var process = postmaster(directory);
        if (process.isPresent()) {
            var pid = Long.toString(process.get().pid());
            new ProcessBuilder("kill", "-INT", pid).start(); // fast shutdown
            try {
                process.get().onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("A database left over (process " + pid + ") does not stop", e);
            }
        }
        Files.deleteIfExists(directory.resolve("postmaster.pid"));
        Files.deleteIfExists(directory.resolve("epg-lock"));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private String password() throws IOException {
        var file = DatabaseAddress.passwordFile(home);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) postgres.close();
        } catch (IOException e) {
            System.err.println("The database did not stop cleanly: " + e.getMessage());
        }
    }
}
