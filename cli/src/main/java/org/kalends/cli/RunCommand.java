package org.kalends.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.kalends.cli.bot.BotSimulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything that a person needs to plan a meeting: database, broker, mail catcher, server, demo data. */
@Command(name = "run", description = "Start a whole Kalends on this machine.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LOOKED_EVERY = Duration.ofMillis(100);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--port", defaultValue = "8080", description = "HTTP port (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", defaultValue = "data", description = "Where everything is kept (default: ./data).")
    Path data = Path.of("data");

    @Option(names = "--empty", description = "Without the demo organisation.")
    boolean empty;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            converter = HostPort.Reader.class,
            description = "A real relay instead of the mail catcher.")
    @Nullable
    HostPort smtp;

    @Option(
            names = "--database",
            paramLabel = "URL",
            converter = DatabaseAddress.Reader.class,
            description =
                    "A PostgreSQL that stands outside (jdbc:postgresql://…) instead of the one below the data folder;"
                            + " user and password in KALENDS_DATABASE_USER and KALENDS_DATABASE_PASSWORD or …_PASSWORD_FILE.")
    @Nullable
    DatabaseAddress outsideDatabase;

    @Option(
            names = "--broker",
            paramLabel = "HOST:PORT",
            converter = BrokerAddress.Reader.class,
            description = "An Artemis that stands outside, or another node's --broker-port, instead of the one inside;"
                    + " user and password, where it asks for them, in KALENDS_BROKER_USER and KALENDS_BROKER_PASSWORD or"
                    + " …_PASSWORD_FILE.")
    @Nullable
    BrokerAddress broker;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            description = "Let other nodes of this machine use the broker inside.")
    @Nullable
    Integer brokerPort;

    @Option(
            names = "--messenger",
            paramLabel = "HOST:PORT",
            converter = HostPort.Reader.class,
            description = "Another node's --messenger-port instead of a messenger of one's own.")
    @Nullable
    HostPort messenger;

    @Option(
            names = "--messenger-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Where the messenger of the demo organisation listens (default: any).")
    int messengerPort;

    private final Deque<Part> parts = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final AtomicBoolean finished = new AtomicBoolean();
    private @Nullable EmbeddedDatabase database;
    private Optional<DataLock> lock = Optional.empty(); // a field: a lock that nobody refers to is let go

    @Override
    public Integer call() throws Exception {
        var home = folder();
        if (home.isEmpty()) return 2;
        return run(home.get());
    }

    private Optional<Path> folder() {
        try {
            var home = Files.createDirectories(data).toRealPath();
            if (Files.isWritable(home)) return Optional.of(home);
        } catch (IOException e) {
            // told below: whatever stands in the way, the remedy is the same
        }
        System.err.println("Nothing can be kept in " + data
                + ": no folder that this user may write to. Choose another: --data DIR");
        return Optional.empty();
    }

    private int run(Path home) throws IOException, InterruptedException {
        lock = DataLock.taken(home, "kalends");
        if (lock.isEmpty() && !taken(port)) {
            System.err.println("Another Kalends runs on " + home + ". Stop it, or choose another folder: --data DIR");
            return 2;
        }
        if (lock.isPresent()) MicroServer.endLeftover(home, port);
        if (taken(port)) {
            System.err.println(takenWords(port, "--port"));
            return 2;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal));
        try {
            var server = start(home);
            if (!server.awaitReady(LONGEST_START)) {
                System.err.println(server.whyNotReady());
                return stopped(1);
            }
            if (!empty) OUT.println("Log in as anna, boris, clara, dmitri, eva or admin; the password is demo.");
            OUT.println("Kalends is ready: http://127.0.0.1:" + port + "/");
            return stopped(watch(server));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return stopped(1);
        }
    }

    /** Until the server ends; a database that dies alone is started again, the server reconnects by itself. */
    private int watch(MicroServer server) throws IOException, InterruptedException {
        while (true) {
            var status = server.endsWithin(LOOKED_EVERY);
            if (signalled.get()) Thread.currentThread().join(); // the hook ends the process
            if (status.isPresent()) {
                System.err.println(
                        "The server ended by itself, status " + status.getAsInt() + "; its log: " + server.log());
                return 1;
            }
            if (database != null && !database.alive()) {
                System.err.println("The database ended by itself; it is started again.");
                database.restart();
            }
        }
    }

    private int stopped(int status) {
        finished.set(true);
        stop();
        return status;
    }

    /** Ctrl-C and SIGTERM are the usual way to stop: all parts in order, then status 0. */
    private void onSignal() {
        if (finished.get()) return;
        signalled.set(true);
        stop();
        Runtime.getRuntime().halt(0);
    }

    private MicroServer start(Path home) throws IOException, InterruptedException {
        var address = outsideDatabase == null ? startDatabase(home) : outsideDatabase;
        var relay = smtp == null ? startCatcher(home) : smtp;
        var chats = messenger == null && !empty ? startMessenger(home) : messenger;
        OUT.println("Starting the server …");
        var settings = new MicroServer.Settings(port, address, relay, chats, !empty, brokerPort, broker);
        var server = new MicroServer(home, settings);
        parts.push(server);
        server.start();
        return server;
    }

    private DatabaseAddress startDatabase(Path home) throws IOException {
        OUT.println("Starting the database …");
        var own = new EmbeddedDatabase(home);
        parts.push(own);
        var address = own.start();
        database = own;
        return address;
    }

    private HostPort startCatcher(Path home) throws IOException {
        var catcher = new MailCatcher(Files.createDirectories(home.resolve("mail")));
        parts.push(catcher);
        return catcher.start();
    }

    private HostPort startMessenger(Path home) throws IOException {
        if (messengerPort != 0 && taken(messengerPort)) {
            throw new IOException(takenWords(messengerPort, "--messenger-port"));
        }
        var simulator = new BotSimulator(home.resolve("messenger"), messengerPort);
        parts.push(simulator);
        return new HostPort("127.0.0.1", simulator.start());
    }

    /** In the reverse order of the start: the server lets go before the database goes. */
    private void stop() {
        for (var part = parts.poll(); part != null; part = parts.poll()) part.stop();
    }

    private static String takenWords(int port, String option) {
        return "Port " + port + " is taken. Stop what listens there, or choose another: " + option + " N";
    }

    private static boolean taken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return true;
        }
    }
}
