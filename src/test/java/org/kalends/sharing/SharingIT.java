package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.EventStream;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** A calendar shared over REST: what the other sees of it and may do with it, live. */
class SharingIT {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 4);
    private static final String EVENTS = "/api/v1/events";

    private Person chief;
    private Person other;
    private String calendar;

    @BeforeEach
    void twoPeople() {
        chief = Person.named("chief");
        other = Person.named("other");
        calendar = chief.calendar();
    }

    private static List<JsonNode> shared(Person person) {
        return items(person.api().get("/api/v1/calendars")).stream()
                .filter(one -> one.get("kind").asText().equals("shared"))
                .toList();
    }

    private static List<JsonNode> seen(Person person, String more) {
        return items(person.api().get(EVENTS + "?" + range(DAY, DAY.plusDays(1)) + more));
    }

    private static ApiClient.Answer made(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer;
    }

    private String planned(ObjectNode event) {
        return EVENTS + "/" + made(chief.plan(event)).body().get("id").asText();
    }

    @Test
    void isListedByWhomItIsSharedWithWithItsOwnerAndTheRight() {
        assertThat(chief.share(calendar, other.address(), "read").status()).isEqualTo(200);
        var found = shared(other);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.get("id").asText()).isEqualTo(calendar);
            assertThat(one.get("access").asText()).isEqualTo("read");
            assertThat(one.at("/owner/address").asText()).isEqualTo(chief.address());
        });
        assertThat(items(chief.api().get("/api/v1/calendars/" + calendar + "/shares")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.at("/principal/address").asText()).isEqualTo(other.address());
                    assertThat(one.get("level").asText()).isEqualTo("read");
                    assertThat(one.get("seePrivate").asBoolean()).isFalse();
                });
        assertThat(chief.unshare(calendar, other.login()).status()).isEqualTo(204);
        assertThat(shared(other)).isEmpty();
        assertThat(chief.unshare(calendar, other.login()).status()).isEqualTo(404);
    }

    @Test
    void itsEventsStandInTheOthersRangesAndSearchAndCanBeRead() {
        var event = planned(timed("Quarter figures", DAY, "10:00", "11:00"));
        assertThat(seen(other, "")).isEmpty();
        assertThat(other.api().get(event).status()).isEqualTo(404);
        chief.share(calendar, other.login(), "read");
        assertThat(seen(other, "&q=figures")).singleElement().satisfies(one -> {
            assertThat(one.get("title").asText()).isEqualTo("Quarter figures");
            assertThat(one.get("calendarId").asText()).isEqualTo(calendar);
            assertThat(one.get("canEdit").asBoolean()).isFalse();
        });
        var read = other.api().get(event);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().get("canEdit").asBoolean()).isFalse();
        var refused = other.api().patch(event, read.etag(), "{\"title\":\"Mine\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(other.api().delete(event, read.etag()).status()).isEqualTo(403);
        assertThat(other.api().put(event + "/edit-lock", "").status()).isEqualTo(403);
        var into = timed("New", DAY, "12:00", "13:00").put("calendarId", calendar);
        assertThat(other.plan(into).status()).isEqualTo(403);
    }

    @Test
    void whoMayWritePlansForTheOwnerAndIsNamedBesideHim() {
        var guest = Person.named("guest");
        chief.share(calendar, other.login(), "write");
        var meeting =
                inviting(timed("Board", DAY, "10:00", "11:00"), guest.address()).put("calendarId", calendar);
        var made = made(other.plan(meeting)).body();
        assertThat(made.at("/organizer/address").asText()).isEqualTo(chief.address());
        assertThat(made.at("/organizer/sentBy").asText()).isEqualTo(other.address());
        var mine = chief.api().get(EVENTS + "/" + made.get("id").asText());
        assertThat(mine.body().get("myStatus").asText()).isEqualTo("organizer");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(guest, "")).singleElement().satisfies(copy -> assertThat(
                                copy.at("/organizer/address").asText())
                        .isEqualTo(chief.address())));
        var path = EVENTS + "/" + made.get("id").asText();
        var changed = other.api().patch(path, mine.etag(), "{\"title\":\"Board, moved\"}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(other.api().delete(path, changed.etag()).status()).isEqualTo(204);
        assertThat(seen(chief, "")).isEmpty();
        assertThat(audited(other, made.get("id").asText())).contains("event-created", "event-changed", "event-deleted");
    }

    private List<String> audited(Person actor, String subject) {
        var admin = ApiClient.loggedIn(KalendsServer.shared(), "admin");
        return items(admin.get("/api/v1/admin/audit?subject=" + subject)).stream()
                .filter(one ->
                        one.toString().contains(actor.id()) && one.toString().contains(chief.id()))
                .map(one -> one.get("action").asText())
                .toList();
    }

    @Test
    void aLockOfOneIsSeenByTheOther() {
        var event = planned(timed("Plan", DAY, "10:00", "11:00"));
        chief.share(calendar, other.login(), "write");
        assertThat(other.api().put(event + "/edit-lock", "").status()).isEqualTo(200);
        assertThat(chief.api().put(event + "/edit-lock", "").status()).isEqualTo(423);
        var tag = chief.api().get(event).etag();
        assertThat(chief.api().patch(event, tag, "{\"title\":\"X\"}").status()).isEqualTo(423);
        assertThat(other.api().patch(event, tag, "{\"title\":\"X\"}").status()).isEqualTo(200);
    }

    @Test
    void aPrivateEventIsTakenTimeAndIsFoundByNoWord() {
        var event = planned(timed("Dismissal of Petrov", DAY, "10:00", "11:00")
                .put("visibility", "private")
                .put("description", "severance")
                .put("location", "Cellar"));
        chief.share(calendar, other.login(), "write");
        for (var word : List.of("dismissal", "severance", "cellar"))
            assertThat(seen(other, "&q=" + word)).isEmpty();
        assertThat(seen(other, "")).singleElement().satisfies(one -> {
            assertThat(one.get("title").asText()).isEqualTo("Занято");
            assertThat(one.get("canEdit").asBoolean()).isFalse();
            assertThat(one.toString()).doesNotContain("Petrov", "severance", "Cellar");
        });
        var read = other.api().get(event);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.raw().body()).doesNotContain("Petrov", "severance", "Cellar");
        assertThat(other.api().patch(event, read.etag(), "{\"title\":\"X\"}").status())
                .isEqualTo(403);
        assertThat(other.api().delete(event, read.etag()).status()).isEqualTo(403);
        var grant = "{\"level\":\"write\",\"seePrivate\":true}";
        var path = "/api/v1/calendars/" + calendar + "/shares/" + other.login();
        assertThat(chief.api().put(path, grant).status()).isEqualTo(200);
        assertThat(seen(other, "&q=dismissal")).hasSize(1);
        assertThat(other.api().get(event).body().get("title").asText()).isEqualTo("Dismissal of Petrov");
    }

    @Test
    void whoSeesOnlyWhenItIsBusySeesNoTitleAndOpensNothing() {
        var event = planned(timed("Secret plan", DAY, "10:00", "11:00"));
        planned(timed("Reminder", DAY, "12:00", "13:00").put("transparency", "free"));
        chief.share(calendar, other.login(), "freebusy");
        assertThat(seen(other, "")).singleElement().satisfies(one -> {
            assertThat(one.get("title").asText()).isEqualTo("Занято");
            assertThat(one.toString()).doesNotContain("Secret");
        });
        assertThat(seen(other, "&q=secret")).isEmpty();
        assertThat(seen(other, "&expand=attendees").get(0).toString()).doesNotContain("Secret");
        assertThat(other.api().get(event).status()).isEqualTo(403);
        assertThat(other.api().get(event + "/edit-lock").status()).isEqualTo(403);
    }

    @Test
    void theStrongestOfWhatOneHasByHimselfAndByHisGroupsCounts() {
        var group = Person.group(other);
        assertThat(chief.share(calendar, group, "write").status()).isEqualTo(200);
        assertThat(shared(other).get(0).get("access").asText()).isEqualTo("write");
        chief.share(calendar, other.login(), "read");
        assertThat(shared(other).get(0).get("access").asText()).isEqualTo("write");
        chief.unshare(calendar, group);
        assertThat(shared(other).get(0).get("access").asText()).isEqualTo("read");
    }

    @Test
    void aMemberLeavesAndTheGroupKeepsIt() {
        var third = Person.named("third");
        var group = Person.group(other, third);
        chief.share(calendar, group, "read");
        assertThat(other.unshare(calendar, other.login()).status()).isEqualTo(204);
        assertThat(shared(other)).isEmpty();
        assertThat(shared(third)).hasSize(1);
        assertThat(chief.share(calendar, other.login(), "read").status()).isEqualTo(200);
        assertThat(shared(other)).hasSize(1);
        assertThat(other.api()
                        .withoutTag("DELETE", "/api/v1/calendars/" + calendar, "")
                        .status())
                .isEqualTo(204);
        assertThat(shared(other)).isEmpty();
        assertThat(chief.calendar()).isEqualTo(calendar);
    }

    @Test
    void nameAndColourAreEachOnesOwn() {
        chief.share(calendar, other.login(), "read");
        var before = items(chief.api().get("/api/v1/calendars")).get(0);
        var path = "/api/v1/calendars/" + calendar;
        var painted = other.api().patch(path, "*", "{\"name\":\"Boss\",\"color\":\"#0b8043\"}");
        assertThat(painted.status()).as(painted.raw().body()).isEqualTo(200);
        assertThat(painted.body().get("name").asText()).isEqualTo("Boss");
        assertThat(shared(other).get(0).get("color").asText()).isEqualTo("#0b8043");
        assertThat(items(chief.api().get("/api/v1/calendars")).get(0)).isEqualTo(before);
        assertThat(other.api().patch(path, "*", "{\"timeZone\":\"Asia/Tokyo\"}").status())
                .isEqualTo(403);
    }

    @Test
    void whoManagesAllCalendarsPlansAndAnswersForTheChief() {
        var host = Person.named("host");
        assertThat(chief.share("all", other.login(), "manage").status()).isEqualTo(200);
        var second = made(chief.api().post("/api/v1/calendars", "{\"name\":\"Projects\"}"));
        assertThat(shared(other))
                .extracting(one -> one.get("id").asText())
                .contains(calendar, second.body().get("id").asText());
        made(host.plan(inviting(timed("Review", DAY, "15:00", "16:00"), chief.address())));
        await().atMost(Duration.ofSeconds(30)).until(() -> seen(other, "").size() == 1);
        var copy = EVENTS + "/" + seen(other, "").get(0).get("id").asText();
        var answered = other.api().put(copy + "/answer", "{\"status\":\"accepted\"}");
        assertThat(answered.status()).as(answered.raw().body()).isEqualTo(200);
        assertThat(chief.api().get(copy).body().get("myStatus").asText()).isEqualTo("accepted");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        seen(host, "&expand=attendees").get(0).toString())
                .contains("accepted"));
        assertThat(other.share(calendar, host.login(), "read").status()).isEqualTo(200);
    }

    @Test
    void onlyWhoManagesItGivesSharesAndOnlyToWhoThereIs() {
        chief.share(calendar, other.login(), "write");
        assertThat(other.share(calendar, "anna", "read").status()).isEqualTo(403);
        assertThat(other.api().get("/api/v1/calendars/" + calendar + "/shares").status())
                .isEqualTo(403);
        var stranger = Person.named("stranger");
        assertThat(stranger.share(calendar, "anna", "read").status()).isEqualTo(404);
        assertThat(chief.share(calendar, "nobody-at-all", "read").status()).isEqualTo(404);
        assertThat(chief.share(calendar, chief.login(), "read").status()).isEqualTo(400);
        assertThat(chief.share(calendar, "volga", "read").status()).isEqualTo(400);
        assertThat(chief.share(calendar, other.login(), "owner").status()).isEqualTo(400);
        var surplus = chief.api()
                .put(
                        "/api/v1/calendars/" + calendar + "/shares/" + other.login(),
                        "{\"level\":\"read\",\"colour\":\"red\"}");
        assertThat(surplus.status()).isEqualTo(400);
    }

    @Test
    void whoListensHearsOfTheShareOfChangesAndOfItsEnd() {
        try (var stream = EventStream.open(other.api().stream(""))) {
            await().until(() -> stream.text().contains("listening"));
            chief.share(calendar, other.login(), "read");
            await().atMost(Duration.ofSeconds(20)).until(() -> stream.text().contains("\"kind\":\"shared\""));
            var event = planned(timed("News", DAY, "10:00", "11:00"));
            var id = event.substring(EVENTS.length() + 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> stream.text().contains(id));
            chief.unshare(calendar, other.login());
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> stream.text().split("\"kind\":\"shared\"", -1).length == 3);
            var unheard = planned(timed("Not for him", DAY, "12:00", "13:00"));
            chief.share(calendar, other.login(), "read");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> stream.text().split("\"kind\":\"shared\"", -1).length == 4);
            assertThat(stream.text()).doesNotContain(unheard.substring(EVENTS.length() + 1));
        }
    }

    /** Counted at the driver; the fewest of several, as a connection that is opened just now brings its own. */
    private int statements(String path) {
        var counted = other.api().with(Map.of("X-Count-Statements", "yes"));
        return Stream.generate(() -> counted.get(path))
                .limit(4)
                .mapToInt(answer -> Integer.parseInt(answer.header("X-Statements")))
                .min()
                .orElseThrow();
    }

    @Test
    void manyCalendarsOfManyPeopleTakeNoMoreStatementsThanOne() {
        var week = EVENTS + "?" + range(DAY, DAY.plusDays(7)) + "&expand=attendees";
        chief.share(calendar, other.login(), "read");
        int listed = statements("/api/v1/calendars");
        int ranged = statements(week);
        for (int i = 0; i < 5; i++) {
            var colleague = Person.named("colleague");
            colleague.share(colleague.calendar(), other.login(), i % 2 == 0 ? "read" : "freebusy");
            made(colleague.plan(timed("Of colleague " + i, DAY, "10:00", "11:00")));
        }
        assertThat(shared(other)).hasSize(6);
        assertThat(seen(other, "")).hasSize(5);
        assertThat(statements("/api/v1/calendars")).isEqualTo(listed);
        assertThat(statements(week)).isEqualTo(ranged);
    }
}
