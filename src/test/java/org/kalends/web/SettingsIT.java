package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class SettingsIT {

    private static final String SETTINGS = "/api/v1/settings";

    private final ApiClient eva = ApiClient.loggedIn(KalendsServer.shared(), "eva");
    private final ObjectNode before = (ObjectNode) eva.get(SETTINGS).body();

    @AfterEach
    void asTheyWere() {
        eva.put(SETTINGS, before.toString());
    }

    @Test
    void allOfThemAreToldAndKept() {
        var chosen = before.deepCopy().put("timeZone", "Asia/Vladivostok").put("language", "en");
        chosen.putObject("workingHours")
                .putObject("monday")
                .put("from", "10:00")
                .put("to", "14:30");
        chosen.putObject("outOfOffice")
                .put("from", "2027-11-01T00:00:00Z")
                .put("to", "2027-11-08T00:00:00Z")
                .put("message", "На море");
        chosen.putArray("defaultReminders").addObject().put("before", "PT30M").put("channel", "messenger");
        ((ObjectNode) chosen.get("notifications").get("change")).put("mail", false);
        var answer = eva.put(SETTINGS, chosen.toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(chosen);
        assertThat(eva.get(SETTINGS).body()).isEqualTo(chosen);
    }

    @Test
    void theMatrixHasEveryNoticeAndEveryChannel() {
        var matrix = before.get("notifications");
        for (var notice : new String[] {"invitation", "change", "cancellation", "answer", "reminder", "digest"}) {
            for (var channel : new String[] {"mail", "messenger", "browser"}) {
                assertThat(matrix.path(notice).path(channel).isBoolean())
                        .as(notice + " by " + channel)
                        .isTrue();
            }
        }
    }

    @Test
    void workingHoursAndAbsenceShowInFreeBusy() {
        var chosen = before.deepCopy().put("timeZone", "Europe/Moscow");
        chosen.putObject("workingHours")
                .putObject("monday")
                .put("from", "10:00")
                .put("to", "14:30");
        chosen.putObject("outOfOffice").put("from", "2027-11-02T00:00:00Z").put("to", "2027-11-03T00:00:00Z");
        assertThat(eva.put(SETTINGS, chosen.toString()).status()).isEqualTo(200);
        var anna = ApiClient.loggedIn(KalendsServer.shared(), "anna");
        var time = anna.get("/api/v1/freebusy?who=eva@kalends.test&from=2027-11-01T00:00:00Z&to=2027-11-04T00:00:00Z")
                .body()
                .get("items")
                .get(0);
        assertThat(time.get("workingHours").toString())
                .isEqualTo("[{\"start\":\"2027-11-01T07:00:00Z\",\"end\":\"2027-11-01T11:30:00Z\"}]");
        assertThat(time.get("busy")).singleElement().satisfies(busy -> {
            assertThat(busy.get("type").asText()).isEqualTo("out-of-office");
            assertThat(busy.get("start").asText()).isEqualTo("2027-11-02T00:00:00Z");
        });
    }

    @Test
    void defaultRemindersAreThoseOfNewEvents() {
        var chosen = before.deepCopy();
        chosen.putArray("defaultReminders").addObject().put("before", "PT30M").put("channel", "messenger");
        eva.put(SETTINGS, chosen.toString());
        var made = eva.post(
                "/api/v1/events",
                timed("Reminded", LocalDate.of(2027, 11, 10), "10:00", "11:00").toString());
        assertThat(made.body().get("reminders").toString())
                .isEqualTo("[{\"before\":\"PT30M\",\"channel\":\"messenger\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"zone\":\"UTC\"}",
                "{\"timeZone\":\"Mars/Base\"}",
                "{\"language\":\"xx\"}",
                "{\"workingHours\":{\"someday\":{\"from\":\"09:00\",\"to\":\"10:00\"}}}",
                "{\"workingHours\":{\"monday\":{\"from\":\"19:00\",\"to\":\"10:00\"}}}",
                "{\"workingHours\":{\"monday\":{\"from\":\"late\",\"to\":\"10:00\"}}}",
                "{\"outOfOffice\":{\"from\":\"2027-11-02T00:00:00Z\"}}",
                "{\"outOfOffice\":{\"from\":\"2027-11-02T00:00:00Z\",\"to\":\"2027-11-01T00:00:00Z\"}}",
                "{\"outOfOffice\":{\"from\":\"-99999-11-02T00:00:00Z\",\"to\":\"2027-11-01T00:00:00Z\"}}",
                "{\"defaultReminders\":[{\"before\":\"PT30M\"}]}",
                "{\"notifications\":{\"gossip\":{\"mail\":true}}}",
                "{\"notifications\":{\"change\":{\"pigeon\":true}}}",
                "{\"notifications\":{\"change\":{\"mail\":\"yes\"}}}"
            })
    void noBadOnesAreKept(String body) {
        var refused = eva.put(SETTINGS, body);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(eva.get(SETTINGS).body()).isEqualTo(before);
    }
}
