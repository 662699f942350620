package org.kalends.caldav;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calendar programs of the machine, run as a person would. */
final class RealClients {

    private RealClients() {}

    /** Says loudly that a test cannot run here. */
    static void need(String program) {
        boolean installed = Files.isExecutable(Path.of("/usr/bin", program));
        if (!installed) System.err.println("SKIPPED: " + program + " is not installed (apt install " + program + ")");
        assumeTrue(installed, program + " is not installed");
    }

    static void needPython(String module) {
        boolean there = run(Map.of(), List.of("/usr/bin/python3", "-c", "import " + module))
                        .status()
                == 0;
        if (!there) System.err.println("SKIPPED: python3-" + module + " is not installed");
        assumeTrue(there, "python3-" + module + " is not installed");
    }

    record Ran(int status, String output) {}

    static Ran run(Map<String, String> environment, List<String> command) {
        try {
            var output = Files.createTempFile("client", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end: " + Files.readString(output));
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Ran(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
