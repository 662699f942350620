package org.kalends.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Before a server is stopped it says that it is not ready any more, and finishes what it has. */
record Drain(Path file, int port) {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration ASKED_EVERY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10); // the probes of broker and relay take seconds
    private static final Pattern BUSY = Pattern.compile("\"inFlight\"\\s*:\\s*[1-9]");

    /** For a server that starts. */
    void open() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Returns when nothing is under way, when the server does not tell, or after a while. */
    void await() throws IOException, InterruptedException {
        Files.writeString(file, "");
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(PATIENCE)
                .build();
        var deadline = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(deadline)) {
            try {
                var answer = client.send(request, BodyHandlers.ofString()).body();
                if (!BUSY.matcher(answer).find()) return;
            } catch (IOException e) {
                return; // not up, or stuck: there is nothing to wait for
            }
            TimeUnit.MILLISECONDS.sleep(ASKED_EVERY.toMillis());
        }
    }
}
