package org.kalends.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class AppPasswordIT {

    private static final String LIST = "/api/v1/app-passwords";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");

    @Test
    void aScriptIsKnownByItsAppPasswordUntilItIsRevoked() {
        var made = made("rest");
        var script = ApiClient.basic(server, "eva", made.body().get("secret").asText());
        var byAddress = ApiClient.basic(
                server, "EVA@kalends.test", made.body().get("secret").asText());

        assertThat(script.get("/api/v1/calendars").status()).isEqualTo(200);
        assertThat(byAddress
                        .post("/api/v1/calendars", "{\"name\":\"from a script\"}")
                        .status())
                .isEqualTo(201);
        assertThat(eva.delete(path(made), "").status()).isEqualTo(204);
        assertThat(script.get("/api/v1/calendars").status()).isEqualTo(401);
        assertThat(eva.delete(path(made), "").status()).isEqualTo(404);
    }

    @Test
    void theSecretIsShownOnceAndLongEnough() {
        var made = made("caldav");
        var secret = made.body().get("secret").asText();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.raw().headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith(path(made)));
        assertThat(secret).hasSizeGreaterThanOrEqualTo(22); // 128 bits in Base64
        assertThat(eva.get(LIST).raw().body())
                .contains(made.body().get("id").asText())
                .doesNotContain(secret);
        eva.delete(path(made), "");
    }

    @Test
    void theListTellsWhenItWasLastUsed() {
        var made = made("rest");
        assertThat(listed(made).get("lastUsedAt").isNull()).isTrue();

        ApiClient.basic(server, "eva", made.body().get("secret").asText()).get("/api/v1/settings");
        assertThat(listed(made).get("lastUsedAt").asText()).isNotBlank();
        eva.delete(path(made), "");
    }

    @Test
    void oneMadeForCaldavDoesNotOpenTheApi() {
        var made = made("caldav");
        var refused = ApiClient.basic(server, "eva", made.body().get("secret").asText())
                .get("/api/v1/calendars");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:forbidden");
        eva.delete(path(made), "");
    }

    @Test
    void itMakesNoOtherAppPasswordsAndSeesNone() {
        var made = made("rest");
        var script = ApiClient.basic(server, "eva", made.body().get("secret").asText());

        assertThat(script.get(LIST).status()).isEqualTo(403);
        assertThat(script.post(LIST, "{\"name\":\"more\"}").status()).isEqualTo(403);
        assertThat(script.delete(path(made), "").status()).isEqualTo(403);
        eva.delete(path(made), "");
    }

    @Test
    void neitherTheAccountsPasswordNorAnothersLoginIsAccepted() {
        var made = made("rest");
        assertThat(ApiClient.basic(server, "eva", "demo")
                        .get("/api/v1/calendars")
                        .status())
                .isEqualTo(401);
        assertThat(ApiClient.basic(server, "clara", made.body().get("secret").asText())
                        .get("/api/v1/calendars")
                        .status())
                .isEqualTo(401);
        eva.delete(path(made), "");
    }

    @Test
    void theAppPasswordOfAnotherIsNotThere() {
        var made = made("rest");
        var clara = ApiClient.loggedIn(server, "clara");

        assertThat(clara.get(LIST).raw().body())
                .doesNotContain(made.body().get("id").asText());
        assertThat(clara.delete(path(made), "").status()).isEqualTo(404);
        assertThat(eva.delete(path(made), "").status()).isEqualTo(204);
    }

    @Test
    void guessesAreThrottledAndTheRightOneIsNotLockedOut() {
        var made = made("rest");
        var guess = ApiClient.basic(server, "eva@kalends.test", "a guess");
        Answer answer = guess.get("/api/v1/calendars");
        for (int i = 0; i < 12 && answer.status() == 401; i++) answer = guess.get("/api/v1/calendars");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
        var script = ApiClient.basic(
                server, "eva@kalends.test", made.body().get("secret").asText());
        assertThat(script.get("/api/v1/calendars").status()).isEqualTo(200);
        eva.delete(path(made), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"name\":\" \"}",
                "{\"name\":1}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"phone\",\"scope\":\"all\"}",
                "{\"name\":\"phone\",\"secret\":\"mine\"}"
            })
    void whatMakesNoSenseMakesNone(String body) {
        var before = eva.get(LIST).body().get("items").size();
        var answer = eva.post(LIST, body);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(eva.get(LIST).body().get("items")).hasSize(before);
    }

    @Test
    void thereIsALimit() {
        var clara = ApiClient.loggedIn(server, "clara");
        int status = 201;
        for (int i = 0; i < 60 && status == 201; i++)
            status = clara.post(LIST, "{\"name\":\"n " + i + "\"}").status();
        assertThat(status).isEqualTo(409);
        clara.get(LIST)
                .body()
                .get("items")
                .forEach(item -> clara.delete(LIST + "/" + item.get("id").asText(), ""));
    }

    private Answer made(String scope) {
        return eva.post(LIST, "{\"name\":\"phone\",\"scope\":\"" + scope + "\"}");
    }

    private com.fasterxml.jackson.databind.JsonNode listed(Answer made) {
        for (var item : eva.get(LIST).body().get("items")) {
            if (item.get("id").equals(made.body().get("id"))) return item;
        }
        throw new AssertionError("not listed");
    }

    private static String path(Answer made) {
        return LIST + "/" + made.body().get("id").asText();
    }
}
