package org.kalends.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Payara Micro as a child process, on a fresh root each time; only the transaction log outlives a start. */
final class MicroServer implements Part {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(25);
    private static final Duration ASKED_EVERY = Duration.ofMillis(250);
    private static final FileAttribute<?> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Else both are looked for on the whole class path, for each line of the log and each part of a mail. */
    private static final List<String> NAMED_PROVIDERS = List.of(
            "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
            "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider");

    /** Lets what is bound to a TLS connection be said as Windows counts it. */
    private static final String KERBEROS =
            "--add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED";

    private static final String LOGGING = "logging.properties";

    /** A line of JSON for each record, to be read by programs. */
    private static final String LOG_SETTINGS =
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
            java.util.logging.ConsoleHandler.level=FINE
            .level=INFO
            org.apache.activemq.audit.level=OFF
            """;

    private final Path home;
    private final Settings settings;
    private final Path root;
    private final ServerLog log;
    private @Nullable Process process;

    /**
     * @param messenger where its bot is simulated; null for none
     * @param brokerPort where its own broker serves other nodes; null for none
     * @param broker one that stands outside; null to bring one's own
     */
    record Settings(
            int port,
            DatabaseAddress database,
            HostPort relay,
            @Nullable HostPort messenger,
            boolean demo,
            @Nullable Integer brokerPort,
            @Nullable BrokerAddress broker) {}

    MicroServer(Path home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.root = rootOf(home, settings.port());
        this.log = new ServerLog(home.resolve("server-" + settings.port() + ".log"));
    }

    Path log() {
        return log.file();
    }

    void start() throws IOException {
        delete(root);
        drain(home, settings.port()).open();
        Files.createDirectory(root, OWN); // the boot commands and the server's configuration hold the password
        var distribution = distribution();
        var commands = new BootCommands(distribution, home, settings);
        var before = Files.writeString(root.resolve("before.asadmin"), commands.beforeBoot());
        var after = Files.writeString(root.resolve("after.asadmin"), commands.afterBoot());
        Files.writeString(root.resolve(LOGGING), LOG_SETTINGS);
        process = new ProcessBuilder(command(distribution, before, after))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        Files.writeString(pidFile(home, settings.port()), Long.toString(process.pid()));
    }

    private List<String> command(Path distribution, Path before, Path after) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-Duser.timezone=UTC"));
        command.addAll(NAMED_PROVIDERS);
        command.add(KERBEROS);
        command.addAll(new ServerProperties(home, settings).asArguments());
        command.addAll(List.of(
                "-jar",
                distribution.resolve("payara-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(settings.port()),
                "--logproperties",
                root.resolve(LOGGING).toString(),
                "--rootdir",
                root.toString(),
                "--addlibs",
                distribution.resolve("postgresql.jar").toString(),
                "--prebootcommandfile",
                before.toString(),
                "--postbootcommandfile",
                after.toString()));
        return command;
    }

    private static Path distribution() {
        var jar = Path.of(URI.create(MicroServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return jar.resolveSibling("server");
    }

    /**
     * False at once when the server ends or says what keeps it from coming up. The probes are asked last: they are up
     * before the applications are, and at the end of its start an application's class loader closes its archives
     * without a lock. A class whose initialiser runs in that moment, for a probe, is lost until the next start.
     */
    boolean awaitReady(Duration longest) throws InterruptedException {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var address = "http://127.0.0.1:" + settings.port();
        var deadline = Instant.now().plus(longest);
        while (Instant.now().isBefore(deadline) && process != null && process.isAlive()) {
            if (answers(client, address + "/api/v1/session", 401)
                    && answers(client, address + "/dav/", 401)
                    && answers(client, address + "/health/ready", 200)) {
                return true;
            }
            process.waitFor(ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (log.obstacle().isPresent()) return false;
        }
        return false;
    }

    String whyNotReady() {
        return log.obstacle().orElse("The server did not become ready; its log: " + log());
    }

    /** Its exit status, if it ended within that time. */
    OptionalInt endsWithin(Duration time) throws InterruptedException {
        if (process == null || !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) return OptionalInt.empty();
        return OptionalInt.of(process.exitValue());
    }

    private static boolean answers(HttpClient client, String address, int status) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    /** A server that outlived its launcher would hold the port and the queues. */
    static void endLeftover(Path home, int port) throws IOException {
        var pidFile = pidFile(home, port);
        if (!Files.exists(pidFile)) return;
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile)))
                .filter(left -> left.info()
                        .arguments()
                        .filter(arguments ->
                                List.of(arguments).contains(rootOf(home, port).toString()))
                        .isPresent())
                .ifPresent(left -> {
                    left.destroyForcibly();
                    left.onExit().join();
                });
        Files.delete(pidFile);
    }

    private static Path rootOf(Path home, int port) {
        return home.resolve("server-" + port);
    }

    static Drain drain(Path home, int port) {
        return new Drain(home.resolve("server-" + port + ".drain"), port);
    }

    private static Path pidFile(Path home, int port) {
        return home.resolve("server-" + port + ".pid");
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Override
    public void stop() {
        if (process == null) return;
        try {
            if (process.isAlive()) drain(home, settings.port()).await();
            process.destroy();
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            Files.deleteIfExists(pidFile(home, settings.port()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("A trace of the server stays behind: " + e.getMessage());
        }
    }
}
