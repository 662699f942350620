package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

class CalendarsIT {

    private static final String CALENDARS = "/api/v1/calendars";
    private static final LocalDate DAY = LocalDate.of(2027, 10, 4);

    private final ApiClient dmitri = ApiClient.loggedIn(KalendsServer.shared(), "dmitri");

    private Answer made(String body) {
        var made = dmitri.post(CALENDARS, body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private static String at(Answer calendar) {
        return CALENDARS + "/" + calendar.body().get("id").asText();
    }

    private JsonNode defaultOne() {
        return items(dmitri.get(CALENDARS)).stream()
                .filter(c -> c.get("isDefault").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewOneHasWhatWasSaidAndIsListed() {
        var made = made("{\"name\":\"Отпуск\",\"color\":\"#0b8043\",\"timeZone\":\"Asia/Tokyo\","
                + "\"defaultReminders\":[{\"before\":\"PT10M\",\"channel\":\"mail\"}],"
                + "\"defaultAllDayReminders\":[{\"before\":\"PT-9H\",\"channel\":\"browser\"}]}");
        assertThat(made.raw().headers().firstValue("Location").orElse("")).endsWith(at(made));
        var calendar = made.body();
        assertThat(calendar.get("name").asText()).isEqualTo("Отпуск");
        assertThat(calendar.get("color").asText()).isEqualTo("#0b8043");
        assertThat(calendar.get("timeZone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(calendar.get("isDefault").asBoolean()).isFalse();
        assertThat(calendar.get("defaultReminders").toString())
                .isEqualTo("[{\"before\":\"PT10M\",\"channel\":\"mail\"}]");
        assertThat(calendar.get("defaultAllDayReminders").toString())
                .isEqualTo("[{\"before\":\"PT-9H\",\"channel\":\"browser\"}]");
        assertThat(items(dmitri.get(CALENDARS))).contains(calendar);
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        var made = made("{\"name\":\"Before\",\"color\":\"#0b8043\","
                + "\"defaultReminders\":[{\"before\":\"PT10M\",\"channel\":\"mail\"}]}");
        var changed = dmitri.patch(at(made), "*", "{\"name\":\"After\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().get("name").asText()).isEqualTo("After");
        assertThat(changed.body().get("color").asText()).isEqualTo("#0b8043");
        assertThat(changed.body().get("defaultReminders")).hasSize(1);
    }

    @Test
    void itsRemindersAreThoseOfNewEventsThatSayNothingOfTheirOwn() {
        var calendar = made("{\"name\":\"Reminded\",\"defaultReminders\":[{\"before\":\"PT10M\",\"channel\":\"mail\"}],"
                        + "\"defaultAllDayReminders\":[{\"before\":\"PT-9H\",\"channel\":\"browser\"}]}")
                .body()
                .get("id")
                .asText();
        var said = timed("Silent", DAY, "10:00", "11:00").put("calendarId", calendar);
        var silent = dmitri.post("/api/v1/events", said.toString());
        assertThat(silent.body().get("reminders").toString())
                .isEqualTo("[{\"before\":\"PT10M\",\"channel\":\"mail\"}]");
        said.putArray("reminders");
        assertThat(dmitri.post("/api/v1/events", said.toString()).body().get("reminders"))
                .isEmpty();
        var day = Planning.allDay("Day", DAY, DAY.plusDays(1)).put("calendarId", calendar);
        assertThat(dmitri.post("/api/v1/events", day.toString())
                        .body()
                        .get("reminders")
                        .toString())
                .isEqualTo("[{\"before\":\"PT-9H\",\"channel\":\"browser\"}]");
    }

    @Test
    void theDefaultOneCannotBeDeleted() {
        var path = CALENDARS + "/" + defaultOne().get("id").asText();
        var refused = dmitri.delete(path, "*");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:conflict");
        assertThat(defaultOne().get("id").asText()).isNotEmpty();
    }

    @Test
    void deletingItLaysItsEventsInTheTrashFromWhereTheyComeBackToTheDefaultOne() {
        var calendar = made("{\"name\":\"Short-lived\"}");
        var id = calendar.body().get("id").asText();
        var event = dmitri.post(
                "/api/v1/events",
                timed("Kept", DAY.plusDays(1), "10:00", "11:00")
                        .put("calendarId", id)
                        .toString());
        assertThat(dmitri.delete(at(calendar), "*").status()).isEqualTo(204);
        assertThat(items(dmitri.get(CALENDARS)))
                .noneMatch(c -> c.get("id").asText().equals(id));
        assertThat(dmitri.get(path(event)).status()).isEqualTo(404);
        assertThat(items(dmitri.get("/api/v1/trash")))
                .anyMatch(e -> e.get("id").equals(event.body().get("id")));
        var back = dmitri.post(path(event) + "/restore", "");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().get("calendarId")).isEqualTo(defaultOne().get("id"));
        assertThat(items(dmitri.get("/api/v1/events?q=kept&" + range(DAY.plusDays(1), DAY.plusDays(2)))))
                .hasSize(1);
    }

    @Test
    void whatIsNotThereOrNotHisIsNotFound() {
        var eva = ApiClient.loggedIn(KalendsServer.shared(), "eva");
        var path = at(made("{\"name\":\"Private\"}"));
        assertThat(eva.patch(path, "*", "{\"name\":\"Mine\"}").status()).isEqualTo(404);
        assertThat(eva.delete(path, "*").status()).isEqualTo(404);
        assertThat(dmitri.delete(CALENDARS + "/nothing", "*").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\":\" \"}",
                "{\"name\":\"x\",\"colour\":\"#000000\"}",
                "{\"name\":\"x\",\"color\":\"red\"}",
                "{\"name\":\"x\",\"timeZone\":\"Mars/Base\"}",
                "{\"name\":\"x\",\"defaultReminders\":[null]}",
                "{\"name\":\"x\",\"defaultReminders\":[{\"before\":\"PT5M\"}]}",
                "{\"name\":\"x\",\"defaultReminders\":[{\"before\":\"P9999D\",\"channel\":\"mail\"}]}",
                "{\"name\":\"x\",\"defaultAllDayReminders\":[{\"before\":\"PT5M\",\"channel\":\"fax\"}]}"
            })
    void noBadOneIsMade(String body) {
        int before = items(dmitri.get(CALENDARS)).size();
        var refused = dmitri.post(CALENDARS, body);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(refused.body().get("errors")).isNotEmpty();
        assertThat(items(dmitri.get(CALENDARS))).hasSize(before);
    }
}
