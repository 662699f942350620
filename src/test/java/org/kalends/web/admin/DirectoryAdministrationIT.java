package org.kalends.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class DirectoryAdministrationIT {

    private static final String USERS = "/api/v1/admin/users";
    private static final String ROOMS = "/api/v1/admin/rooms";
    private static final String PASSWORD = "a good password";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final String login = "u" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoIsMadeLogsInPlansAndIsFound() {
        var made = made();
        var user = logIn(login, PASSWORD);

        assertThat(made.status()).isEqualTo(201);
        assertThat(user.get("/api/v1/calendars").body().get("items")).hasSize(1);
        assertThat(clara.get("/api/v1/people?q=" + login).raw().body()).contains(login + "@kalends.test");
        assertThat(admin.get(path(made)).body()).isEqualTo(made.body());
        assertThat(admin.get(USERS + "?q=" + login).body().get("items")).hasSize(1);
    }

    @Test
    void anAddressThatIsGivenUpGoesOnLeadingToTheSamePerson() {
        var made = made();
        var changed = admin.withoutTag(
                "PATCH",
                path(made),
                "{\"name\":\"Новое Имя\",\"address\":\"" + login
                        + "@new.test\",\"zone\":\"Asia/Tokyo\",\"language\":\"ru\"}");

        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(changed.body().get("aliases").get(0).asText()).isEqualTo(login + "@kalends.test");
        assertThat(changed.body().get("zone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(logInStatus(login + "@kalends.test", PASSWORD)).isEqualTo(201);
        assertThat(logInStatus(login + "@new.test", PASSWORD)).isEqualTo(201);
        assertThat(clara.get("/api/v1/people?q=" + login + "@kal").body().get("items"))
                .hasSize(1);
    }

    @Test
    void whoIsBlockedIsOutAtOnceUntilHeIsLetInAgain() {
        var made = made();
        var user = logIn(login, PASSWORD);

        assertThat(admin.post(path(made) + "/block", "").status()).isEqualTo(204);
        assertThat(user.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(logInStatus(login, PASSWORD)).isEqualTo(401);
        assertThat(admin.get(path(made)).body().get("blocked").asBoolean()).isTrue();
        assertThat(admin.post(path(made) + "/unblock", "").status()).isEqualTo(204);
        assertThat(logInStatus(login, PASSWORD)).isEqualTo(201);
    }

    @Test
    void aPasswordThatIsSetEndsSessionsAndAppPasswords() {
        var made = made();
        var user = logIn(login, PASSWORD);
        var secret = user.post("/api/v1/app-passwords", "{\"name\":\"script\",\"scope\":\"rest\"}")
                .body()
                .get("secret")
                .asText();

        assertThat(admin.put(path(made) + "/password", "{\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(user.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(admin.put(path(made) + "/password", "{\"password\":\"another password\"}")
                        .status())
                .isEqualTo(204);
        assertThat(user.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(ApiClient.basic(server, login, secret)
                        .get("/api/v1/settings")
                        .status())
                .isEqualTo(401);
        assertThat(logInStatus(login, "another password")).isEqualTo(201);
    }

    @Test
    void whoIsRetiredIsGoneAndHisAddressStaysHis() {
        var made = made();

        assertThat(admin.delete(path(made), "").status()).isEqualTo(204);
        assertThat(admin.get(path(made)).status()).isEqualTo(404);
        assertThat(admin.post(path(made) + "/unblock", "").status()).isEqualTo(404);
        assertThat(admin.delete(path(made), "").status()).isEqualTo(404);
        assertThat(logInStatus(login, PASSWORD)).isEqualTo(401);
        assertThat(clara.get("/api/v1/people?q=" + login).body().get("items")).isEmpty();
        assertThat(made().status()).isEqualTo(409);
    }

    @Test
    void noNameIsGivenTwice() {
        var made = made();
        assertThat(made().status()).isEqualTo(409);
        assertThat(admin.withoutTag("PATCH", path(made), "{\"address\":\"anna@kalends.test\"}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.withoutTag("PATCH", path(made), "{\"aliases\":[\"anna@kalends.test\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.get(path(made)).body()).isEqualTo(made.body());
    }

    @Test
    void noAdministratorShutsHimselfOut() {
        var self = USERS + "/"
                + admin.get("/api/v1/session").body().get("user").get("id").asText();

        assertThat(admin.post(self + "/block", "").status()).isEqualTo(409);
        assertThat(admin.delete(self, "").status()).isEqualTo(409);
        assertThat(admin.withoutTag("PATCH", self, "{\"role\":\"user\"}").status())
                .isEqualTo(409);
        assertThat(admin.get("/api/v1/admin/audit").status()).isEqualTo(200);
    }

    @Test
    void aRoomIsMadeFoundChangedAndRetired() {
        var made = admin.post(
                ROOMS,
                "{\"login\":\"" + login + "\",\"name\":\"Дон\",\"address\":\"" + login
                        + "@kalends.test\",\"capacity\":40," + "\"equipment\":[\"screen\"],\"site\":\"" + login
                        + "\",\"floor\":\"4\"}");
        var path = ROOMS + "/" + made.body().get("id").asText();
        var offered = "/api/v1/rooms?from=2029-01-01T00:00:00Z&to=2029-01-02T00:00:00Z&site=" + login;

        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(clara.get(offered + "&capacity=40").body().get("items")).hasSize(1);
        assertThat(admin.withoutTag("PATCH", path, "{\"capacity\":10}")
                        .body()
                        .get("capacity")
                        .asInt())
                .isEqualTo(10);
        assertThat(clara.get(offered + "&capacity=40").body().get("items")).isEmpty();
        assertThat(admin.get(USERS + "/" + made.body().get("id").asText()).status())
                .isEqualTo(404);
        assertThat(admin.delete(path, "").status()).isEqualTo(204);
        assertThat(clara.get(offered).body().get("items")).isEmpty();
    }

    @Test
    void pagesFollowOneAnother() {
        var seen = new ArrayList<String>();
        var page = admin.get(USERS + "?limit=2").body();
        while (true) {
            page.get("items").forEach(item -> seen.add(item.get("login").asText()));
            if (page.get("nextCursor").isNull()) break;
            page = admin.get(USERS + "?limit=2&cursor=" + page.get("nextCursor").asText())
                    .body();
        }
        assertThat(seen).contains("anna", "eva").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"login\":\"A B\",\"name\":\"x\",\"address\":\"x@y.test\"}",
                "{\"login\":\"xx\",\"name\":\"\",\"address\":\"x@y.test\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"nobody\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"x@y.test\",\"zone\":\"Mars/Base\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"x@y.test\",\"language\":\"tlh\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"x@y.test\",\"role\":\"god\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"x@y.test\",\"aliases\":[null]}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"x@y.test\",\"password\":\"short\"}",
                "{\"login\":\"xx\",\"name\":\"a\\u0000b\",\"address\":\"x@y.test\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"x@y.test\",\"blocked\":true}"
            })
    void whatMakesNoSenseMakesNobody(String body) {
        var answer = admin.post(USERS, body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.body().get("errors")).isNotEmpty();
        assertThat(admin.get(USERS + "?q=x@y.test").body().get("items")).isEmpty();
    }

    @Test
    void nobodyElseMayDoAnyOfIt() {
        var id = UUID.randomUUID().toString();
        for (var list : List.of(USERS, ROOMS)) {
            assertThat(List.of(
                            clara.get(list),
                            clara.get(list + "/" + id),
                            clara.post(list, "{}"),
                            clara.withoutTag("PATCH", list + "/" + id, "{}"),
                            clara.delete(list + "/" + id, ""),
                            clara.post(list + "/" + id + "/block", ""),
                            clara.post(list + "/" + id + "/unblock", "")))
                    .extracting(Answer::status)
                    .containsOnly(403);
        }
        assertThat(clara.put(USERS + "/" + id + "/password", "{\"password\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    private Answer made() {
        return admin.post(
                USERS,
                "{\"login\":\"" + login + "\",\"name\":\"Some Body\",\"address\":\"" + login
                        + "@kalends.test\",\"password\":\"" + PASSWORD + "\"}");
    }

    private static String path(Answer made) {
        return USERS + "/" + made.body().get("id").asText();
    }

    private int logInStatus(String name, String password) {
        return ApiClient.anonymous(server)
                .post("/api/v1/session", "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .status();
    }

    private ApiClient logIn(String name, String password) {
        var answer = ApiClient.anonymous(server)
                .post("/api/v1/session", "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}");
        return ApiClient.bearer(server, answer.body().get("token").asText());
    }
}
