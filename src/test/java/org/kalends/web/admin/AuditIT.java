package org.kalends.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class AuditIT {

    private static final String AUDIT = "/api/v1/admin/audit";
    private static final String SECRETIVE = "a title that nobody may read";
    private static final String EVENT = "{\"title\":\"" + SECRETIVE + "\","
            + "\"start\":{\"dateTime\":\"2028-02-01T10:00:00\",\"timeZone\":\"Europe/Moscow\"},"
            + "\"end\":{\"dateTime\":\"2028-02-01T11:00:00\",\"timeZone\":\"Europe/Moscow\"},"
            + "\"attendees\":[{\"address\":\"eva@kalends.test\"}]}";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");

    @Test
    void tellsWhatBecameOfAnEventAndNeverWhatItSays() {
        var made = clara.post("/api/v1/events", EVENT);
        var id = made.body().get("id").asText();
        var path = "/api/v1/events/" + id;
        var changed = clara.patch(path, made.etag(), "{\"location\":\"here\"}");
        clara.delete(path, changed.etag());
        clara.post(path + "/restore", "");

        var entries = items(AUDIT + "?subject=" + id);
        assertThat(entries)
                .extracting(entry -> entry.get("action").asText())
                .containsExactly("event-restored", "event-deleted", "event-changed", "event-created");
        var created = entries.get(3);
        var changedEntry = entries.get(2);
        assertThat(created.get("actor").asText()).isEqualTo(me(clara));
        assertThat(created.get("network").asText()).isEqualTo("127.0.0.1");
        assertThat(created.get("client").asText()).startsWith("Java-http-client");
        assertThat(created.get("before").isNull()).isTrue();
        assertThat(changedEntry.get("before")).isEqualTo(created.get("after"));
        assertThat(changedEntry.get("after")).isNotEqualTo(changedEntry.get("before"));
        assertThat(admin.get(AUDIT + "?limit=1000").raw().body()).doesNotContain(SECRETIVE, "\"demo\"");
    }

    @Test
    void tellsLogInsTheRefusedOnesToo() {
        ApiClient.anonymous(server)
                .post("/api/v1/session", "{\"login\":\"boris@kalends.test\",\"password\":\"no secret\"}");
        var boris = me(ApiClient.loggedIn(server, "boris"));

        assertThat(items(AUDIT + "?subject=" + boris + "&limit=2"))
                .extracting(entry -> entry.get("action").asText())
                .containsExactly("log-in", "log-in-refused");
    }

    @Test
    void tellsOfAppPasswords() {
        var made = clara.post("/api/v1/app-passwords", "{\"name\":\"phone\"}")
                .body()
                .get("id")
                .asText();
        clara.delete("/api/v1/app-passwords/" + made, "");

        assertThat(items(AUDIT + "?subject=" + made))
                .extracting(entry -> entry.get("action").asText())
                .containsExactly("app-password-revoked", "app-password-issued");
    }

    @Test
    void whatWasRefusedLeavesNoEntry() {
        var before = items(AUDIT + "?action=event-created&limit=1");
        assertThat(clara.post("/api/v1/events", "{\"title\":\"x\"}").status()).isEqualTo(400);
        assertThat(items(AUDIT + "?action=event-created&limit=1")).isEqualTo(before);
    }

    @Test
    void pagesFollowOneAnother() {
        clara.get("/api/v1/session");
        var seen = new ArrayList<String>();
        var page = admin.get(AUDIT + "?action=log-in&limit=2").body();
        for (int i = 0; i < 3; i++) {
            page.get("items").forEach(entry -> seen.add(entry.get("id").asText()));
            if (page.get("nextCursor").isNull()) break;
            page = admin.get(AUDIT + "?action=log-in&limit=2&cursor="
                            + page.get("nextCursor").asText())
                    .body();
        }
        assertThat(seen).hasSizeGreaterThan(1).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void onlyAdministratorsReadIt() {
        assertThat(clara.get(AUDIT).status()).isEqualTo(403);
        assertThat(ApiClient.anonymous(server).get(AUDIT).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor=x", "action=theft", "from=x", "to=x", "cursor=x", "limit=0", "subject=%00"})
    void aBadQuestionIsNamed(String query) {
        var answer = admin.get(AUDIT + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asText()).isEqualTo(query.split("=")[0]);
    }

    private List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        admin.get(path).body().get("items").forEach(items::add);
        return items;
    }

    private static String me(ApiClient client) {
        return client.get("/api/v1/session").body().get("user").get("id").asText();
    }
}
