package org.kalends.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Artemis in a process of its own, with the {@code broker.xml} of our distribution, so that kill -9 is real.
 */
public final class OutsideBroker implements AutoCloseable {

    /** Who may come, and by what. */
    public static final String USER = "kalends";

    public static final String PASSWORD = "s3cret:of=broker";

    private static final String UP = "up";

    private final Path directory;
    private final int port;
    private Process process;

    private OutsideBroker(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    public static OutsideBroker started() throws IOException {
        var broker = new OutsideBroker(Files.createTempDirectory("kalends-broker"), Ports.free());
        broker.start();
        return broker;
    }

    /** On the journal that is there. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dkalends.broker.directory=" + directory,
                        "-Dkalends.broker.host=127.0.0.1",
                        "-Dkalends.broker.port=" + port,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OutsideBroker.class.getName())
                .redirectErrorStream(true)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(UP)) {
                drain(lines);
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The broker did not start: " + said);
    }

    private static void drain(BufferedReader lines) {
        var reader = new Thread(() -> lines.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    /** HOST:PORT. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process itself. */
    public static void main(String[] arguments) throws Exception {
        var people = new SecurityConfiguration();
        people.addUser(USER, PASSWORD);
        people.addRole(USER, USER);
        var server = new EmbeddedActiveMQ();
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), people));
        server.setConfigResourcePath(
                Path.of("../../ear/src/main/dist/broker.xml").toUri().toString());
        server.start();
        System.out.println(UP);
    }
}
