package org.kalends.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.moments;
import static org.kalends.support.Planning.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.Counters;
import org.kalends.support.EventStream;
import org.kalends.support.FaultyServer;
import org.kalends.support.Person;
import org.kalends.support.Planning;
import org.kalends.support.PushService;
import org.kalends.support.PushService.Pushed;

/** News and reminders in browsers, in open windows and by Web Push, with push services that misbehave. */
class BrowserNoticesIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String BROWSERS = "/api/v1/browsers";

    private final FaultyServer faulty = FaultyServer.shared();
    private final PushService service = faulty.pushes();
    private final UUID phone = UUID.randomUUID();
    private final UUID laptop = UUID.randomUUID();
    private final Instant start = Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.SECONDS);
    private final Person chief = Person.on(faulty.server(), "chief", "en");
    private final Person guest = Person.on(faulty.server(), "guest", "ru");

    private Answer register(Person person, UUID id) {
        return person.api().put(BROWSERS + "/" + id, service.browser(id));
    }

    private ObjectNode meeting() {
        return inviting(moments("Budget", start, start.plusSeconds(1800)), guest.address());
    }

    private List<Pushed> awaitPushes(UUID browser, int number) {
        return await().atMost(SOON).until(() -> service.pushed(browser), pushed -> pushed.size() == number);
    }

    private static JsonNode browser(Person person, UUID id) {
        return Planning.items(person.api().get(BROWSERS)).stream()
                .filter(one -> one.get("id").asText().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private long counted(String result) {
        return new Counters(faulty.server()).of("kalends_pushes", result);
    }

    @Test
    void newsArePushedToEachBrowserInItsReadersWordsAndTheLastOfAnEventStays() {
        register(guest, phone);
        register(guest, laptop);
        var event = path(chief.plan(meeting()));
        var invitation = awaitPushes(phone, 1).get(0);
        awaitPushes(laptop, 1);
        assertThat(invitation.notice().get("title").asText()).isEqualTo("Budget");
        assertThat(invitation.notice().get("body").asText()).contains("приглашает", chief.login());
        assertThat(invitation.notice().get("url").asText()).startsWith("http");
        assertThat(invitation.urgency()).isEqualTo("normal");
        assertThat(invitation.ttl()).isEqualTo("86400");

        var moved = moments("Budget", start.plusSeconds(3600), start.plusSeconds(5400));
        var etag = chief.api().get(event).etag();
        assertThat(chief.api().patch(event, etag, moved.toString()).status()).isEqualTo(200);
        var change = awaitPushes(phone, 2).get(1);
        assertThat(change.notice().get("body").asText()).contains("→");
        assertThat(change.notice().get("tag")).isEqualTo(invitation.notice().get("tag"));
        assertThat(change.topic()).isEqualTo(invitation.topic()).hasSize(32);

        assertThat(chief.api().delete(event, chief.api().get(event).etag()).status())
                .isEqualTo(204);
        awaitPushes(phone, 3);
        awaitPushes(laptop, 3);
    }

    @Test
    void anOrganizerIsToldOfAnswersAndHisWindowsTooWhileHeHasNoPushService() {
        assertThat(chief.api()
                        .put(BROWSERS + "/" + laptop, "{\"name\":\"Firefox, Linux\"}")
                        .status())
                .isEqualTo(204);
        assertThat(browser(chief, laptop).get("push").asBoolean()).isFalse();
        var created = chief.plan(meeting());
        try (var windows = EventStream.open(chief.api().stream(""));
                var others = EventStream.open(guest.api().stream(""))) {
            await().atMost(SOON).until(() -> windows.text().contains("event: listening"));
            var uid = created.body().get("uid").asText();
            var copy = await().atMost(SOON)
                    .until(() -> guest.api().get("/api/v1/events?uid=" + uid), found -> found.status() == 303)
                    .raw()
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            var answer = URI.create(copy).getPath() + "/answer";
            assertThat(guest.api().put(answer, "{\"status\":\"accepted\"}").status())
                    .isEqualTo(200);
            await().atMost(SOON).until(() -> windows.text().contains("\"kind\":\"news\""));
            assertThat(windows.text()).contains("\"title\":\"Budget\"", guest.login() + " accepted");
            assertThat(others.text()).doesNotContain("\"kind\":\"news\"");
        }
    }

    @Test
    void aReminderIsPushedInAHurryUnderTheTagOfTheWindows() {
        register(guest, phone);
        var event = moments("Dentist", start, start.plusSeconds(1800));
        event.putArray("reminders")
                .addObject()
                .put("channel", "browser")
                .put(
                        "before",
                        Duration.between(Instant.now().plusSeconds(4), start)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        var id = guest.plan(event).body().get("id").asText();
        var pushed = awaitPushes(phone, 1).get(0);
        var open = await().atMost(SOON)
                .until(() -> Planning.items(guest.api().get("/api/v1/reminders")), items -> items.size() == 1)
                .get(0);
        assertThat(pushed.notice().get("title").asText()).isEqualTo("Dentist");
        assertThat(pushed.notice().get("tag").asText())
                .isEqualTo(id + " " + open.get("due").asText());
        assertThat(pushed.urgency()).isEqualTo("high");
        assertThat(pushed.ttl()).isEqualTo("3600");
    }

    @Test
    void aBrowserThatItsServiceKnowsNoMoreIsNotAskedAgainAndTheOthersAre() {
        register(guest, phone);
        register(guest, laptop);
        service.answer(phone, 410);
        chief.plan(meeting());
        awaitPushes(laptop, 1);
        await().atMost(SOON).until(() -> !browser(guest, phone).get("push").asBoolean());
        chief.plan(meeting());
        awaitPushes(laptop, 2);
        assertThat(service.asked(phone)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 0})
    void whileAServiceIsAwayItsPushesWaitAndNobodyIsToldTwice(int mood) {
        register(guest, phone);
        register(guest, laptop);
        service.answer(phone, mood);
        chief.plan(meeting());
        awaitPushes(laptop, 1);
        await().atMost(SOON).until(() -> service.asked(phone) > 0);
        service.answer(phone, 201);
        awaitPushes(phone, 1);
        assertThat(service.asked(laptop)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 413, 302})
    void whatAServiceWillNotHaveIsCountedAndNotTriedAgain(int mood) {
        register(guest, phone);
        service.answer(phone, mood);
        long before = counted("refused");
        chief.plan(meeting());
        await().atMost(SOON).until(() -> counted("refused") > before);
        assertThat(service.asked(phone)).isEqualTo(1);
        assertThat(browser(guest, phone).get("push").asBoolean()).isTrue();
    }

    @Test
    void nothingIsPushedToAddressesInside() {
        var inside = service.browser(phone).replaceFirst("http://127.0.0.1:\\d+", "https://localhost:1");
        assertThat(guest.api().put(BROWSERS + "/" + phone, inside).status()).isEqualTo(204);
        long before = counted("refused");
        chief.plan(meeting());
        await().atMost(SOON).until(() -> counted("refused") > before);
    }

    @Test
    void whoForgetsABrowserOrGivesItToAnotherIsToldThereNoMore() {
        register(guest, phone);
        register(guest, laptop);
        assertThat(guest.api().delete(BROWSERS + "/" + laptop, "").status()).isEqualTo(204);
        assertThat(guest.api().delete(BROWSERS + "/" + laptop, "").status()).isEqualTo(404);
        assertThat(chief.api().delete(BROWSERS + "/" + phone, "").status()).isEqualTo(404);
        var same = service.browser(phone);
        guest.api().put(BROWSERS + "/" + phone, same);
        assertThat(chief.api().put(BROWSERS + "/" + phone, same).status()).isEqualTo(204);
        assertThat(Planning.items(guest.api().get(BROWSERS))).isEmpty();
        assertThat(Planning.items(chief.api().get(BROWSERS))).hasSize(1);
    }

    @Test
    void theOldestOfTooManyMakesRoom() {
        for (int n = 0; n < 21; n++) register(guest, n == 0 ? phone : UUID.randomUUID());
        var left = Planning.items(guest.api().get(BROWSERS));
        assertThat(left).hasSize(20).noneMatch(one -> one.get("id").asText().equals(phone.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}|name",
                "{'name':' '}|name",
                "{'name':'a\\u0000b'}|name",
                "{'name':'T','endpoint':'http://example.org/x','keys':KEYS}|endpoint",
                "{'name':'T','endpoint':'ftp://example.org/x','keys':KEYS}|endpoint",
                "{'name':'T','endpoint':'https://','keys':KEYS}|endpoint",
                "{'name':'T','endpoint':'https://a:b@example.org/x','keys':KEYS}|endpoint",
                "{'name':'T','endpoint':'https://exa mple.org/x','keys':KEYS}|endpoint",
                "{'name':'T','endpoint':'https://example.org/LONG','keys':KEYS}|endpoint",
                "{'name':'T','endpoint':'https://example.org/x'}|keys",
                "{'name':'T','endpoint':'https://example.org/x','keys':{'p256dh':'AAAA','auth':'AAAA'}}|keys",
                "{'name':'T','endpoint':'https://example.org/x','keys':{'p256dh':'%%','auth':''}}|keys",
                "null|body",
                "[|"
            })
    void whatMakesNoSenseIsRefusedAndNamed(String inputAndField) {
        var parts = inputAndField.split("\\|", -1);
        var made = service.browser(phone);
        var keys = made.substring(made.indexOf("\"keys\":") + 7, made.length() - 1);
        var input = parts[0].replace('\'', '"').replace("KEYS", keys).replace("LONG", "x".repeat(3_000));
        var answer = guest.api().put(BROWSERS + "/" + phone, input);
        assertThat(answer.status()).as(answer.raw().body()).isBetween(400, 422);
        if (!parts[1].isEmpty())
            assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(parts[1]);
        assertThat(Planning.items(guest.api().get(BROWSERS))).isEmpty();
        assertThat(guest.api().put(BROWSERS + "/nonsense", made).status()).isEqualTo(404);
    }
}
