package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Messenger;
import org.kalends.support.Planning;

/** Every row of a person's matrix, by every channel that it has: what he does not want he is not told, and the rest he is. */
class NotificationMatrixIT {

    private static final String EVA = "eva@kalends.test";
    private static final String CLARA = "clara@kalends.test";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final String[] WAYS = {"mail", "messenger"};
    private static final String[] CHANNELS = {"mail", "messenger", "browser"};
    private static int tests = 0;

    private final FaultyServer faulty = FaultyServer.shared();
    private final KalendsServer server = faulty.server();
    private final Messenger messenger = new Messenger(server);
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final ObjectNode before = (ObjectNode) eva.get("/api/v1/settings").body();
    private LocalDate day = LocalDate.EPOCH;
    private String title = "";

    @BeforeEach
    void anotherDay() {
        eva.delete("/api/v1/settings/messenger/refusal", "");
        tellsIn(eva, EVA);
        tellsIn(ApiClient.loggedIn(server, "clara"), CLARA);
        day = LocalDate.of(2028, 2, 7).plusDays(tests++);
        title = "Matrix of day " + tests + ".";
    }

    @AfterEach
    void asItWas() {
        eva.put("/api/v1/settings", before.toString());
    }

    private void unwanted(String notice, String channel) {
        var without = before.deepCopy();
        ((ObjectNode) without.get("notifications").get(notice)).put(channel, false);
        assertThat(eva.put("/api/v1/settings", without.toString()).status()).isEqualTo(200);
    }

    private long told(String person, String channel) {
        return switch (channel) {
            case "mail" -> faulty.relay().read(person).stream()
                    .filter(mail -> mail.subject().contains(title))
                    .count();
            case "messenger" -> messenger.cards(person, title).size();
            default -> faulty.pushes().pushed(browser(person)).stream()
                    .filter(pushed -> pushed.notice().get("title").asText().equals(title))
                    .count();
        };
    }

    private static UUID browser(String person) {
        return UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
    }

    private void tellsIn(ApiClient person, String address) {
        var browser = faulty.pushes().browser(browser(address));
        assertThat(person.put("/api/v1/browsers/" + browser(address), browser).status())
                .isEqualTo(204);
    }

    private void hears(String person, String channel, int times) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(person, channel))
                .as(person + " by " + channel)
                .isEqualTo(times));
    }

    @ParameterizedTest
    @CsvSource({
        "invitation, mail, messenger",
        "invitation, browser, mail",
        "invitation, messenger, mail",
        "change, mail, messenger",
        "change, browser, mail",
        "change, messenger, mail",
        "cancellation, mail, messenger",
        "cancellation, messenger, browser",
        "cancellation, messenger, mail"
    })
    void anAttendeeIsToldByTheWaysThatHeChose(String notice, String unwanted, String wanted) {
        unwanted(notice, unwanted);
        var event = Planning.inviting(Planning.timed(title, day, "10:00", "11:00"), EVA, CLARA);
        var path = Planning.path(anna.post("/api/v1/events", event.toString()));
        int all = 1;
        hears(CLARA, "mail", all);
        hears(CLARA, "messenger", all);
        if (notice.equals("change")) {
            var later = Planning.timed(title, day, "12:00", "13:00").toString();
            assertThat(anna.patch(path, anna.get(path).etag(), later).status()).isEqualTo(200);
            all++;
        } else if (notice.equals("cancellation")) {
            assertThat(anna.delete(path, anna.get(path).etag()).status()).isEqualTo(204);
            all++;
        }
        for (var channel : new String[] {unwanted, wanted}) hears(CLARA, channel, all);
        hears(EVA, wanted, all);
        assertThat(told(EVA, unwanted)).isEqualTo(all - 1);
    }

    @ParameterizedTest
    @CsvSource({"mail, messenger", "messenger, browser", "browser, mail"})
    void anOrganizerIsToldOfAnswersByTheWaysThatHeChose(String unwanted, String wanted) {
        unwanted("answer", unwanted);
        var event = Planning.inviting(Planning.timed(title, day, "10:00", "11:00"), CLARA);
        assertThat(eva.post("/api/v1/events", event.toString()).status()).isEqualTo(201);
        assertThat(messenger.press(messenger.await(CLARA, title), "accepted")).isEqualTo(202);
        hears(EVA, wanted, 1);
        await().during(QUIET).atMost(SOON).until(() -> told(EVA, unwanted) == 0);
    }

    /** Goes off in a few seconds by each way. */
    @ParameterizedTest
    @CsvSource({"mail", "messenger", "browser"})
    void aReminderComesByTheWaysThatTheRowAllows(String unwanted) {
        unwanted("reminder", unwanted);
        var start = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        var event = Planning.moments(title, start, start.plusSeconds(1800));
        var reminders = event.putArray("reminders");
        for (var channel : CHANNELS)
            reminders.addObject().put("before", "PT" + (3600 - 4) + "S").put("channel", channel);
        assertThat(eva.post("/api/v1/events", event.toString()).status()).isEqualTo(201);

        for (var channel : CHANNELS) if (!channel.equals(unwanted)) reminded(channel, 1);
        reminded(unwanted, 0);
    }

    private void reminded(String channel, int times) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reminders(channel)).as(channel).isEqualTo(times));
    }

    private long reminders(String channel) {
        if (!channel.equals("browser")) return told(EVA, channel);
        return StreamSupport.stream(
                        eva.get("/api/v1/reminders").body().get("items").spliterator(), false)
                .filter(open -> open.get("title").asText().equals(title))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"mail, messenger", "messenger, mail"})
    void forACalendarItMayBeOtherwise(String unwanted, String wanted) {
        var own = eva.get("/api/v1/calendars").body().at("/items/0/id").asText();
        var without = before.deepCopy();
        without.putObject("calendarNotifications")
                .putObject(own)
                .putObject("invitation")
                .put(unwanted, false);
        var saved = eva.put("/api/v1/settings", without.toString());
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()
                        .at("/calendarNotifications/" + own + "/invitation/" + wanted)
                        .asBoolean())
                .isTrue();
        assertThat(saved.body().at("/notifications/invitation/" + unwanted).asBoolean())
                .isTrue();

        var event = Planning.inviting(Planning.timed(title, day, "10:00", "11:00"), EVA, CLARA);
        var path = Planning.path(anna.post("/api/v1/events", event.toString()));
        hears(CLARA, unwanted, 1);
        hears(EVA, wanted, 1);
        assertThat(told(EVA, unwanted)).isZero();
        var later = Planning.timed(title, day, "12:00", "13:00").toString();
        anna.patch(path, anna.get(path).etag(), later);
        hears(EVA, unwanted, 1);
    }

    /** Her clock is in the middle of them. */
    private void quiet() {
        var now = LocalTime.now(ZoneId.of(before.get("timeZone").asText())).truncatedTo(ChronoUnit.MINUTES);
        var silent = before.deepCopy();
        silent.putObject("quietHours")
                .put("from", now.minusHours(2).toString())
                .put("to", now.plusHours(2).toString());
        assertThat(eva.put("/api/v1/settings", silent.toString()).status()).isEqualTo(200);
    }

    @Test
    void inQuietHoursNothingIsToldButWhatCannotWait() {
        quiet();
        var calm = title;
        var event = Planning.inviting(Planning.timed(calm, day, "10:00", "11:00"), EVA, CLARA);
        assertThat(anna.post("/api/v1/events", event.toString()).status()).isEqualTo(201);
        for (var channel : WAYS) hears(CLARA, channel, 1);
        for (var channel : WAYS)
            assertThat(told(EVA, channel)).as("quiet " + channel).isZero();

        title = "Urgent matter " + UUID.randomUUID();
        var soon = Instant.now().plusSeconds(1800).truncatedTo(ChronoUnit.SECONDS);
        var urgent = Planning.inviting(Planning.moments(title, soon, soon.plusSeconds(900)), EVA);
        assertThat(anna.post("/api/v1/events", urgent.toString()).status()).isEqualTo(201);
        for (var channel : WAYS) hears(EVA, channel, 1);

        title = calm;
        for (var channel : WAYS)
            assertThat(told(EVA, channel)).as("quiet " + channel).isZero();
        server.database()
                .useHandle(
                        handle -> handle.execute(
                                "update outbox set not_before = now() where state = 0 and not_before > now() + interval '1 minute'"));
        for (var channel : WAYS) hears(EVA, channel, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quietHours\":{\"from\":\"22:00\",\"to\":\"22:00\"}} | quietHours",
                "{\"quietHours\":{\"from\":\"22:00\"}} | quietHours",
                "{\"quietHours\":{\"from\":\"25:00\",\"to\":\"08:00\"}} | from",
                "{\"digestAt\":\"noon\"} | digestAt",
                "{\"calendarNotifications\":{\"x\":{}}} | calendarNotifications.x",
                "{\"calendarNotifications\":{\"00000000-0000-0000-0000-000000000001\":{\"change\":{\"mail\":true}}}} | calendarNotifications",
                "{\"calendarNotifications\":{\"00000000-0000-0000-0000-000000000001\":{\"news\":{}}}} | news",
                "{\"notifications\":{\"digest\":{\"pigeon\":true}}} | pigeon"
            })
    void whatMakesNoSenseIsRefusedAndNamed(String settings, String named) {
        var answer = eva.put("/api/v1/settings", settings);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.raw().body()).contains(named);
        assertThat(eva.get("/api/v1/settings").body()).isEqualTo(before);
    }
}
