package org.kalends.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class PasswordChangeIT {

    private static final String PATH = "/api/v1/session/password";
    private static final String ME = "/api/v1/session";

    private final KalendsServer server = KalendsServer.shared();

    @Test
    void aNewPasswordEndsEverySessionAndAnswersWithAFreshOne() {
        ApiClient.loggedIn(server, "admin")
                .post(
                        "/api/v1/admin/users",
                        "{\"login\":\"changer\",\"name\":\"C\",\"address\":\"changer@kalends.test\","
                                + "\"password\":\"the first one\"}");
        var laptop = fresh();
        var lost = fresh();
        var answer = laptop.put(PATH, "{\"password\":\"the first one\",\"newPassword\":\"quite another\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(laptop.get(ME).status()).isEqualTo(401);
        assertThat(lost.get(ME).status()).isEqualTo(401);
        assertThat(ApiClient.bearer(server, answer.body().get("token").asText())
                        .get(ME)
                        .status())
                .isEqualTo(200);
        var nobody = ApiClient.anonymous(server);
        assertThat(nobody.post(ME, "{\"login\":\"changer\",\"password\":\"the first one\"}")
                        .status())
                .isEqualTo(401);
        assertThat(nobody.post(ME, "{\"login\":\"changer\",\"password\":\"quite another\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        var eva = ApiClient.loggedIn(server, "eva");

        assertThat(eva.put(PATH, "{\"password\":\"demo\",\"newPassword\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(eva.put(PATH, "{\"password\":\"wrong\",\"newPassword\":\"long enough\"}")
                        .status())
                .isEqualTo(401);
        assertThat(eva.put(PATH, "{}").status()).isEqualTo(400);
        assertThat(eva.get(ME).status()).isEqualTo(200);
        assertThat(ApiClient.loggedIn(server, "eva").get(ME).status()).isEqualTo(200);
    }

    @Test
    void loggingInAgainEndsTheSessionThatWasSentAlong() {
        var before = ApiClient.loggedIn(server, "eva");
        assertThat(before.post(ME, "{\"login\":\"eva\",\"password\":\"demo\"}").status())
                .isEqualTo(201);
        assertThat(before.get(ME).status()).isEqualTo(401);
    }

    private ApiClient fresh() {
        var answer = ApiClient.anonymous(server).post(ME, "{\"login\":\"changer\",\"password\":\"the first one\"}");
        return ApiClient.bearer(server, answer.body().get("token").asText());
    }
}
