package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Messenger;

/** The switch for a restore or a migration: what would be told meanwhile never is, and the rest goes on. */
class MuteIT {

    private static final String SWITCH = "/api/v1/admin/mute";
    private static final LocalDate DAY = LocalDate.of(2029, 9, 3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FaultyServer faulty = FaultyServer.shared();
    private final KalendsServer server = faulty.server();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final String title = "Muted " + UUID.randomUUID();

    @AfterEach
    void speakAgain() {
        admin.put(SWITCH, "{\"channels\":[]}");
    }

    private void plan(String what) {
        var event = inviting(timed(what, DAY, "10:00", "11:00"), "clara@kalends.test");
        assertThat(anna.post("/api/v1/events", event.toString()).status()).isEqualTo(201);
    }

    private long mails(String what) {
        return faulty.relay().read("clara@kalends.test").stream()
                .filter(mail -> mail.subject().contains(what))
                .count();
    }

    private int cards(String what) {
        return new Messenger(server).cards("clara@kalends.test", what).size();
    }

    @Test
    void silentBrowsersAreToldNothing() {
        var browser = UUID.randomUUID();
        var clara = ApiClient.loggedIn(server, "clara");
        clara.put("/api/v1/browsers/" + browser, faulty.pushes().browser(browser));
        admin.put(SWITCH, "{\"channels\":[\"browser\"]}");
        plan(title);
        await().atMost(SOON).until(() -> cards(title) == 1);
        admin.put(SWITCH, "{\"channels\":[]}");
        plan(title + " aloud");
        await().atMost(SOON).until(() -> faulty.pushes().pushed(browser).size() == 1);
        assertThat(faulty.pushes().pushed(browser).get(0).notice().get("title").asText())
                .endsWith("aloud");
        clara.delete("/api/v1/browsers/" + browser, "");
    }

    @Test
    void aSilentChannelDropsWhatTheOthersTell() {
        var muted = admin.put(SWITCH, "{\"channels\":[\"mail\"],\"reason\":\"restore of the night\"}");
        assertThat(muted.status()).isEqualTo(200);
        assertThat(muted.body().at("/items/0/channel").asText()).isEqualTo("mail");
        assertThat(muted.body().at("/items/0/reason").asText()).isEqualTo("restore of the night");
        plan(title);
        await().atMost(SOON).until(() -> cards(title) == 1);
        var audited = admin.get("/api/v1/admin/audit?action=mute-changed");
        assertThat(audited.body().get("items")).isNotEmpty();

        admin.put(SWITCH, "{\"channels\":[]}");
        plan("Again " + title);
        await().atMost(SOON).until(() -> mails("Again " + title) == 1);
        assertThat(mails(title))
                .as("the one after the silence, and not the one in it")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"channels\":[\"pigeon\"]}", "{\"channels\":[null]}", "{\"channels\":\"mail\"}"})
    void whatMakesNoSenseIsRefused(String body) {
        assertThat(admin.put(SWITCH, body).status()).isEqualTo(400);
        assertThat(admin.get(SWITCH).body().get("items")).isEmpty();
    }

    @Test
    void onlyAdministratorsMayUseIt() {
        assertThat(anna.get(SWITCH).status()).isEqualTo(403);
        assertThat(anna.put(SWITCH, "{\"channels\":[\"mail\"]}").status()).isEqualTo(403);
    }
}
