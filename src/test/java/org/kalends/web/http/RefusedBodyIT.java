package org.kalends.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** One connection, one large body after the other: each is answered, whether somebody wanted to read it or not. */
class RefusedBodyIT {

    private static final int TIMES = 6;

    private final KalendsServer server = KalendsServer.shared();

    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, nobody, valid, 270000, 401",
        "HTTP_2, nobody, valid, 270000, 401",
        "HTTP_1_1, dmitri, valid, 270000, 400",
        "HTTP_2, dmitri, valid, 270000, 400",
        "HTTP_2, dmitri, broken, 270000, 400",
        "HTTP_1_1, dmitri, valid, 5000000, 413",
        "HTTP_2, dmitri, valid, 5000000, 413",
        "HTTP_2, dmitri, streamed, 5000000, 413"
    })
    void theSameAnswerEachTime(Version version, String who, String kind, int size, int status) throws Exception {
        var client = HttpClient.newBuilder()
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var token = who.equals("nobody") ? "nobody" : ApiClient.logIn(server, who);
        for (int i = 0; i < TIMES; i++) {
            var answer = post(client, token, kind, size);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).contains("urn:kalends:problem:");
        }
        var after = client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/session"))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
        assertThat(after.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(HttpClient client, String token, String kind, int size)
            throws IOException, InterruptedException {
        var text = kind.equals("broken") ? "x".repeat(size) : "{\"title\":\"" + "x".repeat(size) + "\"}";
        var body = kind.equals("streamed")
                ? BodyPublishers.fromPublisher(BodyPublishers.ofString(text)) // says no length
                : BodyPublishers.ofString(text);
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/events"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(body);
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
