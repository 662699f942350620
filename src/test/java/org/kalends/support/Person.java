package org.kalends.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Somebody made for one test, in the browser and with a calendar program. */
public record Person(String login, ApiClient api, DavClient dav) {

    private static final KalendsServer SERVER = KalendsServer.shared();
    private static final ApiClient ADMIN = ApiClient.loggedIn(SERVER, "admin");
    private static final String PASSWORD = "demo demo demo";

    public static Person named(String name) {
        return named(name, "ru");
    }

    public static Person named(String name, String language) {
        return on(SERVER, ADMIN, name, language);
    }

    /** Of another server. */
    public static Person on(KalendsServer server, String name, String language) {
        return on(server, ApiClient.loggedIn(server, "admin"), name, language);
    }

    private static Person on(KalendsServer server, ApiClient admin, String name, String language) {
        var login = name + UUID.randomUUID().toString().substring(0, 8);
        made(
                admin,
                "/api/v1/admin/users",
                record(login).put("language", language).put("password", PASSWORD));
        return new Person(
                login, ApiClient.loggedIn(server.address(), login, PASSWORD), DavClient.of(server, login, PASSWORD));
    }

    /** Who has not logged in. */
    public static Person nobody() {
        return new Person("nobody", ApiClient.anonymous(SERVER), DavClient.anonymous(SERVER));
    }

    public static void block(Person person) {
        var blocked = ADMIN.post("/api/v1/admin/users/" + person.id() + "/block", "");
        if (blocked.status() > 299)
            throw new IllegalStateException(blocked.raw().body());
    }

    /** The address of a new group. */
    public static String group(Person... members) {
        var login = "g" + UUID.randomUUID().toString().substring(0, 8);
        var group = made(ADMIN, "/api/v1/admin/groups", record(login)).get("id").asText();
        for (var member : List.of(members)) {
            var path = "/api/v1/admin/groups/" + group + "/members/" + member.id();
            var joined = ADMIN.put(path, "");
            if (joined.status() > 299)
                throw new IllegalStateException(joined.raw().body());
        }
        return login + "@kalends.test";
    }

    private static ObjectNode record(String login) {
        return ApiClient.JSON
                .createObjectNode()
                .put("login", login)
                .put("name", login)
                .put("address", login + "@kalends.test");
    }

    private static JsonNode made(ApiClient admin, String path, ObjectNode body) {
        var answer = admin.post(path, body.toString());
        if (answer.status() != 201) throw new IllegalStateException(answer.raw().body());
        return answer.body();
    }

    public String address() {
        return login + "@kalends.test";
    }

    public String id() {
        return api.get("/api/v1/session").body().at("/user/id").asText();
    }

    /** The id of his default calendar. */
    public String calendar() {
        return api.get("/api/v1/calendars").body().at("/items/0/id").asText();
    }

    public ApiClient.Answer share(String calendar, String with, String level) {
        return api.put("/api/v1/calendars/" + calendar + "/shares/" + with, "{\"level\":\"" + level + "\"}");
    }

    public ApiClient.Answer unshare(String calendar, String with) {
        return api.withoutTag("DELETE", "/api/v1/calendars/" + calendar + "/shares/" + with, "");
    }

    public ApiClient.Answer plan(ObjectNode event) {
        return api.post("/api/v1/events", event.toString());
    }
}
