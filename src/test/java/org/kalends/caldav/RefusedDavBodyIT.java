package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.KalendsServer;

/** Over CalDAV as over REST: one connection, one large body after the other, each is answered. */
class RefusedDavBodyIT {

    private static final int TIMES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KalendsServer server = KalendsServer.shared();

    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, PUT, text/calendar, stranger-1, 401",
        "HTTP_2, PUT, text/calendar, stranger-2, 401",
        "HTTP_2, PUT, text/plain, dmitri, 403",
        "HTTP_2, PUT, text/calendar, dmitri, 403",
        "HTTP_2, REPORT, application/xml, dmitri, 400",
        "HTTP_2, BREW, text/calendar, dmitri, 405"
    })
    void theSameAnswerEachTime(Version version, String method, String type, String who, int status) throws Exception {
        var client = HttpClient.newBuilder()
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var pair = (who + ":demo").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/dav/calendars/dmitri/default/x.ics"))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .method(method, BodyPublishers.ofString("x".repeat(270_000)))
                .build();
        for (int i = 0; i < TIMES; i++) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.version()).isEqualTo(version);
        }
    }
}
