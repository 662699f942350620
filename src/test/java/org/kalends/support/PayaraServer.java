package org.kalends.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Payara Server as its makers ship it, with a domain of one's own on free ports. What is done to it is done by
 * {@code asadmin} and by the distribution's script, as an administrator does.
 */
public final class PayaraServer implements AutoCloseable {

    private static final Path SHIPPED = Path.of("target/payara6").toAbsolutePath();
    private static final Path DOMAIN = SHIPPED.resolve("glassfish/domains/domain1");
    private static final Pattern PORT = Pattern.compile("port=\"\\d+\"");

    private final Path domains;
    private final List<Integer> ports;

    private PayaraServer(Path domains, List<Integer> ports) {
        this.domains = domains;
        this.ports = ports;
    }

    /** A domain below that folder; not started. */
    public static PayaraServer below(Path folder) throws IOException {
        copy(DOMAIN, folder.resolve("domain1"));
        var file = folder.resolve("domain1/config/domain.xml");
        var ports = new ArrayList<Integer>();
        var moved = PORT.matcher(Files.readString(file)).replaceAll(found -> {
            ports.add(Ports.free());
            return "port=\"" + ports.get(ports.size() - 1) + "\"";
        });
        Files.writeString(
                file,
                moved.replace(
                        "<hazelcast-runtime-configuration ", "<hazelcast-runtime-configuration enabled=\"false\" "));
        var http =
                Pattern.compile("port=\"(\\d+)\" protocol=\"http-listener-1\"").matcher(moved);
        var admin =
                Pattern.compile("port=\"(\\d+)\" protocol=\"admin-listener\"").matcher(moved);
        if (!http.find() || !admin.find()) throw new IllegalStateException("another form of domain.xml");
        return new PayaraServer(folder, List.of(Integer.valueOf(http.group(1)), Integer.valueOf(admin.group(1))));
    }

    public String address() {
        return "http://127.0.0.1:" + ports.get(0);
    }

    /** What the distribution's script says; fails with its words. */
    public String script(Path distribution, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(distribution.resolve("bin/kalends-payara").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--payara", SHIPPED.toString(), "--domaindir", domains.toString()));
        command.addAll(List.of("--port", ports.get(1).toString()));
        return run(command);
    }

    public String asadmin(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SHIPPED.resolve("bin/asadmin").toString()));
        if (!arguments[0].endsWith("-domain"))
            command.addAll(List.of("--port", ports.get(1).toString()));
        command.addAll(List.of(arguments));
        if (arguments[0].endsWith("-domain")) command.addAll(List.of("--domaindir", domains.toString(), "domain1"));
        return run(command);
    }

    /** kill -9. */
    public void kill() throws IOException {
        process().destroyForcibly();
        process().onExit().join();
    }

    public long pid() throws IOException {
        return process().pid();
    }

    public String log() throws IOException {
        return Files.readString(domains.resolve("domain1/logs/server.log"));
    }

    public String configuration() throws IOException {
        return Files.readString(domains.resolve("domain1/config/domain.xml"));
    }

    private ProcessHandle process() throws IOException {
        var pid = Files.readString(domains.resolve("domain1/config/pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TZ", "Pacific/Auckland"); // nobody may rely on the server's own zone
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(command + ": " + output);
        return output;
    }

    @Override
    public void close() {
        try {
            asadmin("stop-domain");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
