package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.support.KalendsServer;

/** The library that many scripts are built on: finds its way, creates, searches, changes and deletes. */
class PythonCaldavClientIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void discoversCreatesSearchesChangesAndDeletes() throws IOException {
        RealClients.needPython("caldav");
        var script = directory.resolve("client.py");
        try (var source = PythonCaldavClientIT.class.getResourceAsStream("/caldav/python_client.py")) {
            Files.write(script, source.readAllBytes());
        }
        var ran = RealClients.run(
                Map.of(),
                List.of(
                        "/usr/bin/python3",
                        script.toString(),
                        KalendsServer.shared().address() + "/dav/"));
        assertThat(ran.output()).endsWith("done\n");
        assertThat(ran.status()).isZero();
    }
}
