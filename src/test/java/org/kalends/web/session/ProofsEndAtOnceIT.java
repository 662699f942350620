package org.kalends.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;

/** What a node remembers of passwords lets nobody in any more once they are changed or their owner is blocked. */
class ProofsEndAtOnceIT {

    private static final String SESSION = "/api/v1/session";
    private static final String OLD = "the first one";
    private static final String NEW = "quite another";
    private static int people = 0;

    private final KalendsServer server = FaultyServer.shared().server();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final String login = "proof-" + people++;
    private Answer user;
    private ApiClient session;

    @BeforeEach
    void aPersonWhomThisNodeRemembers() {
        user = admin.post(
                "/api/v1/admin/users",
                "{\"login\":\"%s\",\"name\":\"P\",\"address\":\"%s@kalends.test\",\"password\":\"%s\"}"
                        .formatted(login, login, OLD));
        session = ApiClient.loggedIn(server.address(), login, OLD);
        assertThat(session.get(SESSION).status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) assertThat(overCaldav(OLD)).isNotEqualTo(401);
    }

    private int overCaldav(String password) {
        return ApiClient.basic(server, login, password).get("/dav/").status();
    }

    @Test
    void aChangedPasswordActsOnSessionsAndOnCaldavAtOnce() {
        var changed =
                session.put(SESSION + "/password", "{\"password\":\"" + OLD + "\",\"newPassword\":\"" + NEW + "\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(overCaldav(OLD)).isEqualTo(401);
        assertThat(session.get(SESSION).status()).isEqualTo(401);
        assertThat(overCaldav(NEW)).isNotEqualTo(401);
    }

    @Test
    void aBlockedPersonIsOutOnSessionsAndOnCaldavAtOnce() {
        var path = "/api/v1/admin/users/" + user.body().get("id").asText();
        var made = session.post("/api/v1/app-passwords", "{\"name\":\"phone\",\"scope\":\"caldav\"}");
        var device = made.body().get("secret").asText();
        assertThat(overCaldav(device)).isNotIn(401, 403);
        assertThat(admin.post(path + "/block", "").status()).isEqualTo(204);
        assertThat(overCaldav(OLD)).isEqualTo(403);
        assertThat(overCaldav(device)).isEqualTo(403);
        assertThat(overCaldav("guessed")).isEqualTo(401);
        assertThat(session.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void aNetworkThatGuessedTooOftenIsSlowedDownOnBothWaysWhateverTheAccountAndOthersAreNot() {
        var guessing = "203.0.113.7";
        server.database()
                .useHandle(handle -> handle.execute(
                        "insert into login_failure (subject, failures, since) values (?, 99, clock_timestamp())"
                                + " on conflict (subject) do update set failures = 99, since = clock_timestamp()",
                        "network " + guessing));
        assertThat(logIn(guessing, "nobody at all", OLD)).isEqualTo(401);
        assertThat(logIn(guessing, login, OLD)).isEqualTo(429);
        var device = ApiClient.basic(server, "boris", "guessed")
                .with(Map.of("X-Forwarded-For", guessing, "X-Forwarded-Proto", "https"));
        assertThat(device.get("/dav/").status()).isEqualTo(429);
        assertThat(logIn("203.0.113.8", login, OLD)).isEqualTo(201);
    }

    private int logIn(String network, String account, String password) {
        return ApiClient.anonymous(server)
                .with(Map.of("X-Forwarded-For", network))
                .post(SESSION, "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(account, password))
                .status();
    }
}
