package org.kalends.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is said in one line, with what to do about it, before anything is started. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("../../cli/target/kalends/kalends.jar");

    @TempDir
    Path folder;

    private record Ended(int status, List<String> lines) {}

    private Ended run(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                LAUNCHER.toString(),
                "run"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relay",
                "relay:",
                ":25",
                "relay:smtp",
                "relay:0",
                "relay:65536",
                "::1:25",
                "a b:25",
                "http://relay:25"
            })
    void aRelayThatCannotBeIsNamed(String relay) throws Exception {
        var ended = run("--data", folder.toString(), "--smtp", relay);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains("--smtp")
                .contains("HOST:PORT")
                .contains(relay);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "--broker, broker",
        "--broker, 'broker:61616,'",
        "--broker, tcp://broker:61616",
        "--database, postgres://database/kalends",
    })
    void anOutsideServerThatCannotBeIsNamed(String option, String address) throws Exception {
        var ended = run("--data", folder.toString(), option, address);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.lines()).singleElement().asString().contains(option).contains(address);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOutsideDatabaseNeedsAPasswordWhichNoOptionShows() throws Exception {
        var ended = run("--data", folder.toString(), "--database", "jdbc:postgresql://database/kalends");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.lines()).singleElement().asString().contains("KALENDS_DATABASE_PASSWORD_FILE");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());
            var ended = run("--data", folder.toString(), "--port", port);
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + port + " is taken")
                    .contains("--port");
        }
    }

    @Test
    void aFolderThatCannotBeOneIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "x");
        var ended = run("--data", file.toString());
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains(file.toString())
                .contains("--data");
    }
}
