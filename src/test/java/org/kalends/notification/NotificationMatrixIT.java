package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Messenger;
import org.kalends.support.Planning;

/** Every row of a person's matrix, by mail and messenger: what he does not want he is not told, and the rest he is. */
class NotificationMatrixIT {

    private static final String EVA = "eva@kalends.test";
    private static final String CLARA = "clara@kalends.test";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(2);
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
        return channel.equals("mail")
                ? faulty.relay().read(person).stream()
                        .filter(mail -> mail.subject().contains(title))
                        .count()
                : messenger.cards(person, title).size();
    }

    private void hears(String person, String channel, int times) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(person, channel))
                .as(person + " by " + channel)
                .isEqualTo(times));
    }

    @ParameterizedTest
    @CsvSource({
        "invitation, mail, messenger",
        "invitation, messenger, mail",
        "change, mail, messenger",
        "change, messenger, mail",
        "cancellation, mail, messenger",
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
    @CsvSource({"mail, messenger", "messenger, mail"})
    void anOrganizerIsToldOfAnswersByTheWaysThatHeChose(String unwanted, String wanted) {
        unwanted("answer", unwanted);
        var event = Planning.inviting(Planning.timed(title, day, "10:00", "11:00"), CLARA);
        assertThat(eva.post("/api/v1/events", event.toString()).status()).isEqualTo(201);
        assertThat(messenger.press(messenger.await(CLARA, title), "accepted")).isEqualTo(202);
        hears(EVA, wanted, 1);
        await().during(QUIET).atMost(SOON).until(() -> told(EVA, unwanted) == 0);
    }
}
