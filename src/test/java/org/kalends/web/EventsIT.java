package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.allDay;
import static org.kalends.support.Planning.in;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class EventsIT {

    private static final String EVENTS = "/api/v1/events";
    private static int tests = 0;

    private final ApiClient eva = ApiClient.loggedIn(KalendsServer.shared(), "eva");
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void nextWeek() {
        day = LocalDate.of(2026, 12, 7).plusWeeks(tests++);
    }

    private Answer made(ObjectNode event) {
        var made = eva.post(EVENTS, event.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private String day() {
        return EVENTS + "?" + range(day, day.plusDays(1));
    }

    @Test
    void aNewEventIsAnsweredWholeWithItsPlaceAndVersion() {
        var said = timed("Planning", day, "10:00", "11:00")
                .put("description", "Plans")
                .put("location", "Room Volga")
                .put("visibility", "private")
                .put("transparency", "free")
                .put("color", "#0b8043")
                .put("conference", "https://meet.example.org/1");
        said.putArray("categories").add("team");
        said.putArray("reminders").addObject().put("before", "PT15M").put("channel", "mail");
        var made = made(said);
        assertThat(made.raw().headers().firstValue("Location").orElse("")).endsWith(path(made));
        assertThat(made.etag()).isEqualTo("\"" + made.body().get("etag").asText() + "\"");
        for (var member : List.of(
                "title",
                "description",
                "location",
                "visibility",
                "transparency",
                "color",
                "conference",
                "categories",
                "reminders")) {
            assertThat(made.body().get(member)).as(member).isEqualTo(said.get(member));
        }
        assertThat(made.body().at("/start/dateTime").asText()).isEqualTo(day + "T10:00:00");
        assertThat(made.body().at("/start/timeZone").asText()).isEqualTo("Europe/Moscow");
        assertThat(made.body().at("/start/instant").asText()).isEqualTo(day + "T07:00:00Z");
        assertThat(made.body().fieldNames())
                .toIterable()
                .contains(
                        "id",
                        "uid",
                        "calendarId",
                        "sequence",
                        "status",
                        "organizer",
                        "attendees",
                        "myStatus",
                        "attachments",
                        "editLock",
                        "canEdit",
                        "recurring",
                        "instance",
                        "createdAt",
                        "updatedAt");
        assertThat(eva.get(path(made)).body()).isEqualTo(made.body());
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() {
        var made = made(timed("Known", day, "10:00", "11:00"));
        assertThat(eva.getUnless(path(made), made.etag()).status()).isEqualTo(304);
        var listed = eva.get(day());
        assertThat(eva.getUnless(day(), listed.etag()).status()).isEqualTo(304);
        eva.patch(path(made), made.etag(), "{\"title\":\"Other\"}");
        assertThat(eva.getUnless(path(made), made.etag()).status()).isEqualTo(200);
        assertThat(eva.getUnless(day(), listed.etag()).status()).isEqualTo(200);
    }

    @Test
    void aPatchTakesAwayWhatItSaysIsNullAndLeavesTheRest() {
        var made = made(timed("Patched", day, "10:00", "11:00")
                .put("description", "Long")
                .put("location", "Here"));
        var patched = eva.patch(path(made), made.etag(), "{\"description\":null,\"title\":\"New\"}");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().get("description").asText()).isEmpty();
        assertThat(patched.body().get("location").asText()).isEqualTo("Here");
        assertThat(patched.body().get("title").asText()).isEqualTo("New");
        assertThat(patched.etag()).isNotEqualTo(made.etag());
    }

    @Test
    void versionsAreAskedForAndStaleOnesRefusedWithTheEventAsItStands() {
        var made = made(timed("Versioned", day, "10:00", "11:00"));
        assertThat(eva.withoutTag("PATCH", path(made), "{\"title\":\"x\"}").status())
                .isEqualTo(428);
        assertThat(eva.withoutTag("DELETE", path(made), "").status()).isEqualTo(428);
        eva.patch(path(made), made.etag(), "{\"title\":\"Second\"}");
        var stale = eva.delete(path(made), made.etag());
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().at("/current/title").asText()).isEqualTo("Second");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        made(repeating(timed("Daily", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=5"));
        made(timed("Other", day.plusDays(1), "10:00", "11:00"));
        var seen = new ArrayList<String>();
        var week = EVENTS + "?limit=2&" + range(day, day.plusDays(6));
        var page = eva.get(week);
        while (true) {
            items(page)
                    .forEach(e -> seen.add(
                            e.get("title").asText() + e.at("/start/dateTime").asText()));
            var next = page.body().get("nextCursor");
            if (next.isNull()) break;
            page = eva.get(week + "&cursor=" + next.asText());
        }
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void searchAndCalendarNarrowTheList() {
        var other = eva.post("/api/v1/calendars", "{\"name\":\"Other\"}")
                .body()
                .get("id")
                .asText();
        made(timed("Отчёт за квартал", day, "10:00", "11:00"));
        made(timed("Lunch", day, "12:00", "13:00").put("location", "Кафе «Отчётное»"));
        made(timed("Apart", day, "14:00", "15:00").put("calendarId", other));
        assertThat(items(eva.get(day()))).hasSize(3);
        assertThat(items(eva.get(day() + "&q=%D0%BE%D1%82%D1%87%D1%91%D1%82"))).hasSize(2);
        assertThat(items(eva.get(day() + "&q=100%25"))).isEmpty();
        assertThat(items(eva.get(day() + "&calendar=" + other)))
                .singleElement()
                .satisfies(e -> assertThat(e.get("title").asText()).isEqualTo("Apart"));
    }

    @Test
    void attendeesAreListedWhenAskedFor() {
        made(inviting(timed("Listed", day, "10:00", "11:00"), "guest@example.org"));
        assertThat(items(eva.get(day())).get(0).has("attendees")).isFalse();
        assertThat(items(eva.get(day() + "&expand=attendees"))
                        .get(0)
                        .at("/attendees/0/address")
                        .asText())
                .isEqualTo("guest@example.org");
    }

    @Test
    void anAllDayEventHasDaysAndShowsOnTheViewersDay() {
        var made = made(allDay("Holiday", day, day.plusDays(2)));
        assertThat(made.body().get("start").toString()).isEqualTo("{\"date\":\"" + day + "\"}");
        assertThat(items(eva.get(EVENTS + "?" + range(day.plusDays(1), day.plusDays(2)))))
                .hasSize(1);
        assertThat(items(eva.get(
                        EVENTS + "?from=" + day.plusDays(2) + "T00:00:00Z&to=" + day.plusDays(3) + "T00:00:00Z")))
                .isEmpty();
        var timed = eva.patch(
                path(made),
                made.etag(),
                timed("x", day, "10:00", "11:00").without("title").toString());
        assertThat(timed.status()).isEqualTo(200);
        assertThat(timed.body().at("/start/dateTime").asText()).isEqualTo(day + "T10:00:00");
    }

    @Test
    void aSeriesKeepsItsLocalTimeWhenTheClocksChange() {
        var sunday = LocalDate.of(2027, 3, 27);
        made(repeating(in("Europe/Berlin", "Daily", sunday, "09:00", "10:00"), "FREQ=DAILY;COUNT=3"));
        assertThat(items(eva.get(EVENTS + "?" + range(sunday, sunday.plusDays(3)))))
                .extracting(e -> e.at("/start/instant").asText())
                .containsExactly("2027-03-27T08:00:00Z", "2027-03-28T07:00:00Z", "2027-03-29T07:00:00Z");
    }

    @Test
    void anEventMovesToAnotherCalendar() {
        var other = eva.post("/api/v1/calendars", "{\"name\":\"Elsewhere\"}")
                .body()
                .get("id")
                .asText();
        var made = made(timed("Moved", day, "10:00", "11:00"));
        var moved = eva.patch(path(made), made.etag(), "{\"calendarId\":\"" + other + "\"}");
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(moved.body().get("calendarId").asText()).isEqualTo(other);
        assertThat(items(eva.get(day() + "&calendar=" + other))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope=some", "instance=yesterday", "notify=maybe"})
    void unknownParametersOfAChangeAreRefused(String parameter) {
        var made = made(timed("Aimed", day, "10:00", "11:00"));
        assertThat(eva.patch(path(made) + "?" + parameter, made.etag(), "{\"title\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(eva.delete(path(made) + "?" + parameter, made.etag()).status())
                .isEqualTo(400);
    }
}
