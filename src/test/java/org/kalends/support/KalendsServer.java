package org.kalends.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real server as {@code ./run} starts it: launcher, PostgreSQL, broker, Payara Micro, mail catcher. One is started
 * for all tests of a run; who kills it starts his own.
 */
public final class KalendsServer implements AutoCloseable {

    private static final String NOBODY = "nobody";
    /** It lives for seconds or minutes: the second compiler costs it more than it gives. */
    private static final Map<String, String> SHORT_LIVED = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    /** What makes it as fast as it is in earnest, for those who measure. */
    public static final Map<String, String> LONG_LIVED = Map.of("JDK_JAVA_OPTIONS", "");

    /** People are made and log in by the thousand; what a password costs is not what they are made for. */
    private static final Map<String, String> OF_TESTS =
            Map.of("KALENDS_IDENTITY_PASSWORD_ROUNDS", "2000", "KALENDS_SUBSCRIPTIONS_INSIDE_HOSTS", "localhost");

    private static final String READY = "Kalends is ready: ";

    private static KalendsServer shared;

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private final List<String> output = new ArrayList<>();
    private List<String> asWhom = List.of();
    private Process process;
    private Duration startTook = Duration.ZERO;

    private KalendsServer(Path data, int port, Map<String, String> environment, List<String> options) {
        this.data = data;
        this.port = port;
        this.environment = environment;
        this.options = options;
    }

    /** The one for tests that leave it as it was; stopped when the JVM ends. */
    public static synchronized KalendsServer shared() {
        if (shared == null) {
            shared = fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** A server of one's own, with its own data. */
    public static KalendsServer fresh() {
        return fresh(Map.of());
    }

    /** One of one's own with these environment variables and options of {@code kalends run}. */
    public static KalendsServer fresh(Map<String, String> environment, String... options) {
        var server = prepared(environment, options);
        try {
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is started later, with further options of {@code kalends run}. */
    public static KalendsServer prepared(Map<String, String> environment, String... options) {
        try {
            var data = Files.createTempDirectory("kalends-it");
            return new KalendsServer(data, Ports.free(), environment, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that starts as a normal user, also where the tests run as root. */
    public static KalendsServer ofNormalUser(Map<String, String> environment, String... options) throws IOException {
        var data = Files.createTempDirectory("kalends-it");
        var server = new KalendsServer(data, Ports.free(), environment, List.of(options));
        if (System.getProperty("user.name").equals("root")) {
            var users = data.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(data, users.lookupPrincipalByName(NOBODY));
            server.asWhom = List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups");
        }
        server.start();
        return server;
    }

    /** Who the processes belong to. */
    public List<String> owners() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().user().orElse("unknown"))
                .distinct()
                .toList();
    }

    /** Starts on the data that is there and waits for the ready line. */
    public void start() throws IOException {
        output.clear();
        long began = System.nanoTime();
        var command = new ArrayList<>(asWhom);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                CommandLine.JAR.toString(),
                "run"));
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(SHORT_LIVED);
        if (!options.contains("--empty")) builder.environment().putAll(OF_TESTS);
        builder.environment().putAll(environment);
        process = builder.start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            if (!line.startsWith(READY)) continue;
            startTook = Duration.ofNanos(System.nanoTime() - began);
            return;
        }
        throw new IllegalStateException("The server did not start: " + output);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Where it keeps everything. */
    public Path data() {
        return data;
    }

    /** What the server writes, a record a line. */
    public Path log() {
        return data.resolve("server-" + port + ".log");
    }

    /** From the start of the launcher to its ready line, the last time. */
    public Duration startTook() {
        return startTook;
    }

    /** Its database, to look at what no interface shows. */
    public Jdbi database() {
        try {
            var lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
            var source = new PGSimpleDataSource();
            source.setPortNumbers(new int[] {Integer.parseInt(lines.get(3).strip())});
            source.setUser("postgres");
            source.setPassword(Files.readString(data.resolve("database-password")));
            source.setDatabaseName("postgres");
            return Jdbi.create(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> output() {
        return List.copyOf(output);
    }

    /** Waits until it ends by itself; its exit status. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) throw new IllegalStateException("The server does not end");
        return process.exitValue();
    }

    /** What it said after the ready line; to be asked when it has ended. */
    public List<String> laterOutput() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** SIGTERM, as a person's Ctrl-C; returns the exit status. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) throw new IllegalStateException("The server does not stop");
        return process.exitValue();
    }

    /** kill -9 of the launcher and all that it started, at once. */
    public void kill() throws InterruptedException {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        for (var handle : all) handle.onExit().join();
    }

    /** kill -9 of the launcher alone: what it started lives on. */
    public void killLauncher() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
