package org.kalends.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./run} on machines that lack something, with tools that only tell a version. */
class RunScriptIT {

    private static final List<String> OF_EVERY_DEBIAN =
            List.of("bash", "dirname", "find", "grep", "sort", "head", "env");

    @TempDir
    Path machine;

    private Path tools;

    @BeforeEach
    void aMachineWithEverything() throws IOException {
        tools = Files.createDirectory(machine.resolve("bin"));
        Files.copy(Path.of("../../run"), machine.resolve("run"));
        for (var name : OF_EVERY_DEBIAN) Files.createSymbolicLink(tools.resolve(name), Path.of("/usr/bin", name));
        tool("java", "openjdk version \"17.0.15\" 2025-04-15");
        tool("javac", "javac 17.0.15");
        tool("mvn", "Apache Maven 3.8.7");
        tool("node", "v20.20.2");
        tool("npm", "10.8.2");
    }

    private void tool(String name, String version) throws IOException {
        var file = tools.resolve(name);
        Files.writeString(
                file,
                "#!/bin/bash\ncase \"$1\" in *version) echo '" + version + "';; *) echo \"" + name + " $*\";; esac\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Ended(int status, List<String> lines) {}

    private Ended run(String... options) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of("/usr/bin/bash", machine.resolve("run").toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said.lines().toList());
    }

    @Test
    void withEverythingThereItBuildsAndStartsWithTheGivenOptions() throws Exception {
        var ended = run("--port", "8090", "--empty");
        assertThat(ended.lines()).anyMatch(line -> line.startsWith("mvn ") && line.contains("package"));
        assertThat(ended.lines()).last().asString().endsWith("run --port 8090 --empty");
        assertThat(ended.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "java, Java 17 or newer, openjdk-17-jdk-headless",
        "javac, a JDK 17 or newer, openjdk-17-jdk-headless",
        "mvn, Maven 3.8.7 or newer, maven",
        "node, Node 20 or newer with npm, nodejs npm",
        "npm, Node 20 or newer with npm, nodejs npm"
    })
    void whatIsMissingIsNamedWithTheCommandThatInstallsIt(String tool, String need, String install) throws Exception {
        Files.delete(tools.resolve(tool));
        var ended = run();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.lines()).containsExactly("Kalends needs " + need + ". On Debian: apt-get install " + install);
    }

    @ParameterizedTest
    @CsvSource({
        "java, openjdk version \"11.0.22\" 2024-01-16, 11.0.22",
        "java, java version \"1.8.0_392\", 1.8.0",
        "javac, javac 11.0.22, 11.0.22",
        "mvn, Apache Maven 3.6.3, 3.6.3",
        "node, v18.19.0, 18.19.0"
    })
    void whatIsTooOldIsNamedWithItsVersion(String tool, String version, String found) throws Exception {
        tool(tool, version);
        var ended = run();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains(tool + " here is " + found, "On Debian: apt-get install ");
    }

    @ParameterizedTest
    @CsvSource({"java, openjdk version \"21.0.1\"", "mvn, Apache Maven 3.10.0", "node, v22.1.0"})
    void whatIsNewerIsFine(String tool, String version) throws Exception {
        tool(tool, version);
        assertThat(run().status()).isZero();
    }
}
