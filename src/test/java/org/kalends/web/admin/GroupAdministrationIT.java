package org.kalends.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class GroupAdministrationIT {

    private static final String GROUPS = "/api/v1/admin/groups";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final String name = "g" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoBelongsToAnInvitedGroupThroughAnotherHasTheEvent() {
        var outer = made(name);
        var inner = made(name + "-inner");
        assertThat(join(outer, id(inner)).status()).isEqualTo(204);
        assertThat(join(inner, person("dmitri")).status()).isEqualTo(204);
        var day = LocalDate.of(2028, 5, 8);
        var event = inviting(timed(name, day, "10:00", "11:00"), name + "@kalends.test");
        assertThat(clara.post("/api/v1/events", event.toString()).status()).isEqualTo(201);
        var dmitri = ApiClient.loggedIn(server, "dmitri");
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> items(dmitri.get("/api/v1/events?" + range(day, day.plusDays(1)))).stream()
                        .anyMatch(item -> item.get("title").asText().equals(name)));
    }

    @Test
    void aGroupIsMadeFoundChangedAndRetired() {
        var made = made(name);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(admin.get(path(made)).body()).isEqualTo(made.body());
        assertThat(items(admin.get(GROUPS + "?q=" + name))).hasSize(1);
        assertThat(items(clara.get("/api/v1/people?q=" + name)))
                .singleElement()
                .satisfies(found -> assertThat(found.get("kind").asText()).isEqualTo("group"));
        var changed =
                admin.withoutTag("PATCH", path(made), "{\"name\":\"Другая\",\"aliases\":[\"" + name + "@x.test\"]}");
        assertThat(changed.body().get("name").asText()).isEqualTo("Другая");
        assertThat(changed.body().at("/aliases/0").asText()).isEqualTo(name + "@x.test");
        assertThat(made(name).status()).isEqualTo(409);
        assertThat(admin.delete(path(made), "").status()).isEqualTo(204);
        assertThat(admin.get(path(made)).status()).isEqualTo(404);
        assertThat(items(clara.get("/api/v1/people?q=" + name))).isEmpty();
    }

    @Test
    void membersComeAndGoAndTheAuditLogSaysSo() {
        var group = made(name);
        var anna = person("anna");
        assertThat(join(group, anna).status()).isEqualTo(204);
        assertThat(join(group, anna).status()).isEqualTo(204);
        var members = items(admin.get(path(group) + "/members"));
        assertThat(members).singleElement().satisfies(member -> {
            assertThat(member.get("id").asText()).isEqualTo(anna);
            assertThat(member.get("kind").asText()).isEqualTo("user");
        });
        assertThat(admin.delete(path(group) + "/members/" + anna, "").status()).isEqualTo(204);
        assertThat(admin.delete(path(group) + "/members/" + anna, "").status()).isEqualTo(404);
        assertThat(items(admin.get(path(group) + "/members"))).isEmpty();
        assertThat(items(admin.get("/api/v1/admin/audit?subject=" + id(group))))
                .extracting(entry -> entry.get("action").asText())
                .containsExactly("group-member-removed", "group-member-added", "principal-created");
    }

    @Test
    void noGroupContainsItselfAndNoRoomIsAMember() {
        var one = made(name);
        var two = made(name + "-2");
        var three = made(name + "-3");
        assertThat(join(one, id(one)).status()).isEqualTo(409);
        assertThat(join(one, id(two)).status()).isEqualTo(204);
        assertThat(join(two, id(three)).status()).isEqualTo(204);
        assertThat(join(three, id(one)).status()).isEqualTo(409);
        var room =
                items(admin.get("/api/v1/admin/rooms?q=volga")).get(0).get("id").asText();
        assertThat(join(one, room).status()).isEqualTo(409);
        assertThat(join(one, UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(join(three, "nobody").status()).isBetween(400, 404);
        assertThat(items(admin.get(path(three) + "/members"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"login\":\"A B\",\"name\":\"x\",\"address\":\"nogroup@y.test\"}",
                "{\"login\":\"xx\",\"name\":\"\",\"address\":\"nogroup@y.test\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"nobody\"}",
                "{\"login\":\"xx\",\"name\":\"x\",\"address\":\"nogroup@y.test\",\"password\":\"long enough\"}"
            })
    void whatMakesNoSenseMakesNoGroup(String body) {
        var answer = admin.post(GROUPS, body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.body().get("errors")).isNotEmpty();
        assertThat(items(admin.get(GROUPS + "?q=nogroup@y.test"))).isEmpty();
    }

    @Test
    void nobodyElseMayDoAnyOfIt() {
        var path = GROUPS + "/" + UUID.randomUUID();
        assertThat(List.of(
                        clara.get(GROUPS),
                        clara.post(GROUPS, "{}"),
                        clara.get(path),
                        clara.withoutTag("PATCH", path, "{}"),
                        clara.delete(path, ""),
                        clara.get(path + "/members"),
                        clara.put(path + "/members/" + UUID.randomUUID(), ""),
                        clara.delete(path + "/members/" + UUID.randomUUID(), "")))
                .extracting(Answer::status)
                .containsOnly(403);
    }

    private Answer made(String login) {
        return admin.post(
                GROUPS,
                "{\"login\":\"" + login + "\",\"name\":\"" + login + "\",\"address\":\"" + login + "@kalends.test\"}");
    }

    private Answer join(Answer group, String member) {
        return admin.put(path(group) + "/members/" + member, "");
    }

    private static String id(Answer made) {
        return made.body().get("id").asText();
    }

    private static String path(Answer made) {
        return GROUPS + "/" + id(made);
    }

    private String person(String login) {
        return items(admin.get("/api/v1/admin/users?q=" + login))
                .get(0)
                .get("id")
                .asText();
    }
}
