package org.kalends.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;
import org.kalends.support.RawHttp;
import org.kalends.support.RawHttp.Answer;
import org.kalends.support.RawHttp.Request;
import org.kalends.web.openapi.ApiDocument;
import org.kalends.web.openapi.ApiDocument.Operation;

/** Every operation of the document with everybody who may ask: a new one cannot be forgotten here. */
class SecurityIT {

    private static final String SECRET = "correct horse battery staple";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** Nobody has to be known there: a password or the link itself is the proof. */
    private static final Set<String> FOR_ANYBODY = Set.of("POST /session", "GET /attachments/{token}");

    private static final Set<String> MADE = Set.of("events", "calendars", "app-passwords");
    private static final String LAST = "DELETE /session"; // ends what the others need

    private final KalendsServer server = KalendsServer.shared();
    private final RawHttp http = new RawHttp(server);
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final List<Operation> operations = ApiDocument.of(server).operations().stream()
            .filter(operation -> !FOR_ANYBODY.contains(operation.toString())
                    && !operation.toString().equals(LAST))
            .toList();

    private record Person(String id, String login, String token, String csrf) {}

    private Person person(String name) {
        var login = name + "-" + UUID.randomUUID();
        var wanted = ApiClient.JSON
                .createObjectNode()
                .put("login", login)
                .put("name", name)
                .put("address", login + "@kalends.test")
                .put("password", SECRET);
        var made = admin.post("/api/v1/admin/users", wanted.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var session = ApiClient.anonymous(server)
                .post("/api/v1/session", "{\"login\":\"" + login + "\",\"password\":\"" + SECRET + "\"}")
                .body();
        return new Person(
                made.body().get("id").asText(),
                login,
                session.get("token").asText(),
                session.get("csrfToken").asText());
    }

    /** Fresh things of that person, by the path's first segment. */
    private Map<String, String> things(Person owner) {
        var client = ApiClient.bearer(server, owner.token());
        var event = Planning.timed("Secret plans", LocalDate.of(2028, 9, 1), "10:00", "11:00");
        return Map.of(
                "events",
                        id(client.post("/api/v1/events?notify=none", event.toString())
                                .body()),
                "calendars",
                        id(client.post("/api/v1/calendars", "{\"name\":\"Secret list\"}")
                                .body()),
                "app-passwords",
                        id(client.post("/api/v1/app-passwords", "{\"name\":\"x\",\"scope\":\"rest\"}")
                                .body()));
    }

    private static String id(JsonNode made) {
        return made.get("id").asText();
    }

    private Answer ask(Operation operation, Map<String, String> things, String... headers) {
        var id = things.getOrDefault(
                operation.path().split("/")[1], UUID.randomUUID().toString());
        var all = new ArrayList<>(List.of(headers));
        var kinds = operation.node().at("/requestBody/content").fieldNames();
        boolean body = kinds.hasNext();
        all.add("Content-Type: " + (body ? kinds.next() : "application/json"));
        var octets = (body ? "{}" : "").getBytes(StandardCharsets.UTF_8);
        try {
            return http.send(new Request(
                    operation.verb(), ApiDocument.BASE + operation.path().replaceAll("\\{\\w+}", id), all, octets));
        } catch (IOException e) {
            throw new IllegalStateException(operation.toString(), e);
        }
    }

    private static String bearer(Person person) {
        return "Authorization: Bearer " + person.token();
    }

    @Test
    void nobodyLearnsAnythingAnywhere() {
        var things = things(person("owner"));
        var softly = new SoftAssertions();
        for (var operation : operations) {
            for (var header :
                    List.of("X-Nothing: 1", "Authorization: Bearer nobody", "Cookie: kalends_session=nobody")) {
                var answer = ask(operation, things, header);
                softly.assertThat(answer.status()).as(operation + " " + header).isEqualTo(401);
                softly.assertThat(answer.body()).as(operation + "").doesNotContain("Secret");
            }
        }
        softly.assertAll();
    }

    @Test
    void whoWasBlockedIsNobodyAtOnce() {
        var blocked = person("blocked");
        var things = things(blocked);
        assertThat(admin.post("/api/v1/admin/users/" + blocked.id() + "/block", "")
                        .status())
                .isEqualTo(204);
        var softly = new SoftAssertions();
        for (var operation : operations) {
            softly.assertThat(ask(operation, things, bearer(blocked)).status())
                    .as(operation.toString())
                    .isEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void administrationIsForAdministrators() {
        var person = person("anybody");
        var softly = new SoftAssertions();
        for (var operation : operations) {
            if (!operation.path().startsWith("/admin")) continue;
            softly.assertThat(ask(operation, Map.of(), bearer(person)).status())
                    .as(operation.toString())
                    .isEqualTo(403);
        }
        softly.assertAll();
    }

    @Test
    void whatBelongsToAnotherIsNotThere() {
        var owner = person("owner");
        var things = things(owner);
        var stranger = person("stranger");
        var softly = new SoftAssertions();
        for (var operation : operations) {
            if (!operation.path().contains("{id}") || operation.path().startsWith("/admin")) continue;
            var answer = ask(operation, things, bearer(stranger), "If-Match: *");
            softly.assertThat(answer.status())
                    .as(operation + " " + answer.body())
                    .isIn(404, 400);
            if (SAFE.contains(operation.verb()))
                softly.assertThat(answer.status()).as(operation.toString()).isEqualTo(404);
            softly.assertThat(answer.body())
                    .as(operation.toString())
                    .doesNotContain("Secret")
                    .doesNotContain(owner.login());
        }
        softly.assertAll();
        var client = ApiClient.bearer(server, owner.token());
        assertThat(client.get("/api/v1/events/" + things.get("events")).status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/calendars").raw().body()).contains("Secret list");
        assertThat(client.get("/api/v1/app-passwords").raw().body()).contains(things.get("app-passwords"));
    }

    @Test
    void theOwnerIsLetIn() {
        var owner = person("owner");
        var softly = new SoftAssertions();
        for (var operation : operations) {
            if (operation.path().startsWith("/admin")) continue;
            Map<String, String> fresh = operation.path().contains("{id}") ? things(owner) : Map.of();
            var answer = ask(operation, fresh, bearer(owner));
            softly.assertThat(answer.status())
                    .as(operation + " " + answer.body())
                    .isNotIn(401, 403)
                    .isLessThan(500);
            if (isThere(operation))
                softly.assertThat(answer.status())
                        .as(operation + " " + answer.body())
                        .isNotEqualTo(404);
        }
        softly.assertAll();
    }

    /** Of what {@link #things} makes; not what hangs on it under a name of its own, nor what lies in the trash. */
    private static boolean isThere(Operation operation) {
        var path = operation.path();
        boolean made = MADE.contains(path.split("/")[1]) && path.contains("{id}");
        return made && !path.replace("{id}", "").contains("{") && !path.endsWith("/restore");
    }

    @Test
    void byCookieWhateverChangesSomethingNeedsTheCsrfToken() {
        var owner = person("owner");
        var things = things(owner);
        var cookie = "Cookie: kalends_session=" + owner.token();
        var softly = new SoftAssertions();
        for (var operation : operations) {
            if (SAFE.contains(operation.verb())) continue;
            softly.assertThat(ask(operation, things, cookie).status())
                    .as(operation.toString())
                    .isEqualTo(403);
            softly.assertThat(ask(operation, things, cookie, "X-CSRF-Token: " + owner.token())
                            .status())
                    .as(operation.toString())
                    .isEqualTo(403);
        }
        softly.assertAll();
        var settings = operations.stream()
                .filter(o -> o.toString().equals("PUT /settings"))
                .findFirst()
                .orElseThrow();
        assertThat(ask(settings, things, cookie, "X-CSRF-Token: " + owner.csrf())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noOtherSiteIsAllowedAnythingAndEveryAnswerIsGuarded() {
        var owner = person("owner");
        var things = things(owner);
        var softly = new SoftAssertions();
        for (var operation : operations) {
            var answer = ask(operation, things, bearer(owner), "Origin: https://evil.test");
            softly.assertThat(answer.headers())
                    .as(operation.toString())
                    .doesNotContainKey("access-control-allow-origin");
            softly.assertThat(answer.headers())
                    .as(operation.toString())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsKey("content-security-policy")
                    .containsKey("x-request-id");
        }
        softly.assertAll();
    }

    @Test
    void theCookieIsForTheServerAloneAndSecureButOnTheLoopback() throws IOException {
        var person = person("cookie");
        assertThat(cookie(person, "127.0.0.1"))
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure")
                .doesNotContain("Domain");
        assertThat(cookie(person, "calendar.example.org"))
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Secure");
    }

    private String cookie(Person person, String host) throws IOException {
        var body = "{\"login\":\"" + person.login() + "\",\"password\":\"" + SECRET + "\"}";
        var headers = List.of("Content-Type: application/json", "Host: " + host);
        var answer = http.send(new Request("POST", "/api/v1/session", headers, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(201);
        return Optional.ofNullable(answer.headers().get("set-cookie")).orElseThrow();
    }

    @Test
    void anUnknownAccountTakesAsLongAsAWrongPassword() {
        var person = person("timing");
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            known = Math.min(known, refusalNanos(person.login()));
            unknown = Math.min(unknown, refusalNanos("nobody-" + UUID.randomUUID()));
        }
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    private long refusalNanos(String login) {
        long started = System.nanoTime();
        var answer = ApiClient.anonymous(server)
                .post("/api/v1/session", "{\"login\":\"" + login + "\",\"password\":\"wrong\"}");
        assertThat(answer.status()).isEqualTo(401);
        return System.nanoTime() - started;
    }
}
