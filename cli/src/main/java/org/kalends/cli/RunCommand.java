package org.kalends.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything that a person needs to plan a meeting: database, broker, mail catcher, server, demo data. */
@Command(name = "run", description = "Start a whole Kalends on this machine.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--port", defaultValue = "8080", description = "HTTP port (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", defaultValue = "data", description = "Where everything is kept (default: ./data).")
    Path data = Path.of("data");

    @Option(names = "--empty", description = "Without the demo organisation.")
    boolean empty;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "A real relay instead of the mail catcher.")
    @Nullable
    String smtp;

    @Option(names = "--database-port", hidden = true, description = "Join the database of another node.")
    @Nullable
    Integer databasePort;

    @Option(names = "--broker-port", hidden = true, description = "Offer the broker to other nodes on this port.")
    @Nullable
    Integer brokerPort;

    @Option(names = "--join-broker", hidden = true, description = "Use the broker on this port of the loopback.")
    @Nullable
    Integer joinedBroker;

    private final Deque<Part> parts = new ArrayDeque<>();
    private Optional<DataLock> lock = Optional.empty(); // a field: a lock that nobody refers to is let go

    @Override
    public Integer call() throws Exception {
        var home = Files.createDirectories(data).toRealPath();
        lock = DataLock.taken(home, databasePort == null ? "kalends" : "node-" + port);
        if (lock.isEmpty() && !taken(port)) {
            System.err.println("Another Kalends runs on " + home + ". Stop it, or choose another folder: --data DIR");
            return 2;
        }
        if (lock.isPresent()) MicroServer.endLeftover(home, port);
        if (taken(port)) {
            System.err.println("Port " + port + " is taken. Stop what listens there, or choose another: --port N");
            return 2;
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            stopped.countDown();
        }));
        try {
            var server = start(home);
            if (!server.awaitReady(LONGEST_START)) {
                System.err.println(server.whyNotReady());
                return 1;
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
        if (!empty) OUT.println("Log in as anna, boris, clara, dmitri, eva or admin; the password is demo.");
        OUT.println("Kalends is ready: http://127.0.0.1:" + port + "/");
        stopped.await();
        return 0;
    }

    private MicroServer start(Path home) throws IOException, InterruptedException {
        var database = databasePort == null ? startDatabase(home) : DatabaseAddress.joined(home, databasePort);
        var relay = smtp == null ? startCatcher(home) : Relay.parse(smtp);
        OUT.println("Starting the server …");
        var settings = new MicroServer.Settings(port, database, relay, !empty, brokerPort, joinedBroker);
        var server = new MicroServer(home, settings);
        parts.push(server);
        server.start();
        return server;
    }

    private DatabaseAddress startDatabase(Path home) throws IOException {
        OUT.println("Starting the database …");
        var database = new EmbeddedDatabase(home);
        parts.push(database);
        return database.start();
    }

    private Relay startCatcher(Path home) throws IOException {
        var catcher = new MailCatcher(Files.createDirectories(home.resolve("mail")));
        parts.push(catcher);
        return catcher.start();
    }

    /** In the reverse order of the start: the server lets go before the database goes. */
    private void stop() {
        while (!parts.isEmpty()) parts.pop().stop();
    }

    private static boolean taken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return true;
        }
    }
}
