package org.kalends.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class LogInIT {

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient nobody = ApiClient.anonymous(server);

    @ParameterizedTest
    @ValueSource(ints = {300, 3_000, 100_000, 1_000_000})
    void aVeryLongLoginOrPasswordIsRefusedLikeAnyOther(int length) {
        var noise = new StringBuilder(); // does not compress, so that no index row could hold it
        var random = new java.util.Random(length);
        while (noise.length() < length) noise.append(Long.toString(random.nextLong(), 36));

        assertThat(logIn(noise.toString(), "demo").status()).isIn(400, 401, 413);
        assertThat(logIn("dmitri@kalends.test", noise.toString()).status()).isIn(400, 401, 413);
        assertThat(logIn(noise.toString(), "demo").body().get("type").asText()).startsWith("urn:kalends:problem:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic x",
                "Basic ????",
                "Basic Og==",
                "Basic AAA6AA==",
                "Basic 4pyTOg==",
                "Bearer",
                "Bearer ",
                "Digest x",
                "nonsense"
            })
    void whatCannotBeReadIsNobodys(String header) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/calendars"))
                .header("Authorization", header)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(401, 429);
        assertThat(answer.body()).contains("urn:kalends:problem:");
    }

    @Test
    void aFailureOfOneSpellingCountsForTheOther() {
        for (int i = 0; i < 10; i++) logIn(i % 2 == 0 ? "Ghost" : " ghost ", "wrong");
        assertThat(logIn("GHOST", "wrong").status()).isEqualTo(429);
    }

    private ApiClient.Answer logIn(String login, String password) {
        return nobody.post(
                "/api/v1/session",
                "{\"login\":" + ApiClient.JSON.valueToTree(login) + ",\"password\":"
                        + ApiClient.JSON.valueToTree(password) + "}");
    }
}
