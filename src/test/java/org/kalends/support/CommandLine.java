package org.kalends.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the command {@code kalends} said, in a process of its own.
 *
 * @param status with which it ended
 */
public record CommandLine(int status, String output) {

    static final Path JAR = Path.of("../../cli/target/kalends/kalends.jar");

    /**
     * Asks a server as its administrator.
     *
     * @param secret an app password of scope rest
     * @param words the command, to which the server's address is added
     */
    public static CommandLine ask(KalendsServer server, String secret, String... words)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        Stream.of(java, "-jar", JAR.toString()),
                        Stream.of(words),
                        Stream.of("--server", server.address()))
                .flatMap(part -> part)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KALENDS_APP_PASSWORD", secret);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandLine(process.waitFor(), output);
    }
}
