package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

class RoomsIT {

    private static final String VOLGA = "volga@kalends.test";
    private static int tests = 0;

    private final ApiClient anna = ApiClient.loggedIn(KalendsServer.shared(), "anna");
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void nextWeek() {
        day = LocalDate.of(2027, 7, 5).plusWeeks(tests++);
    }

    @Test
    void aBusyRoomRefusesASeriesAndListsEachConflictForPrograms() {
        anna.post(
                "/api/v1/events",
                inviting(timed("First", day, "10:00", "11:00"), VOLGA).toString());
        anna.post(
                "/api/v1/events",
                inviting(timed("Third", day.plusDays(2), "09:30", "10:30"), VOLGA)
                        .toString());
        var series = repeating(timed("Series", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=4");
        var refused = anna.post("/api/v1/events", inviting(series, VOLGA).toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asText()).isEqualTo("urn:kalends:problem:room-busy");
        var conflicts = refused.body().get("conflicts");
        assertThat(conflicts).hasSize(2);
        assertThat(conflicts.get(0).get("address").asText()).isEqualTo(VOLGA);
        assertThat(conflicts.get(0).get("start").asText()).isEqualTo(day + "T07:00:00Z");
        assertThat(conflicts.get(0).get("busyUntil").asText()).isEqualTo(day + "T08:00:00Z");
        assertThat(conflicts.get(1).get("busyUntil").asText()).isEqualTo(day.plusDays(2) + "T07:30:00Z");
        assertThat(items(anna.get("/api/v1/events?q=series&" + range(day, day.plusDays(5)))))
                .isEmpty();
    }

    @Test
    void movingTheEventMovesTheBookingAndDeletingItFreesTheRoom() {
        var made = anna.post(
                "/api/v1/events",
                inviting(timed("Moves", day, "10:00", "11:00"), VOLGA).toString());
        var moved = anna.patch(
                path(made),
                anna.get(path(made)).etag(),
                timed("x", day, "14:00", "15:00").without("title").toString());
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(free("07:00", "08:00")).isTrue();
        assertThat(free("11:00", "12:00")).isFalse();
        // the room's own answer may come between the look and the deletion
        await().until(() -> anna.delete(path(made), anna.get(path(made)).etag()).status(), status -> status == 204);
        assertThat(free("11:00", "12:00")).isTrue();
    }

    @Test
    void anAllDayBookingTakesTheRoomsOwnDay() {
        var event = Planning.allDay("Whole", day, day.plusDays(1));
        anna.post("/api/v1/events", inviting(event, VOLGA).toString());
        assertThat(free("20:00", "20:30")).isFalse(); // Moscow's midnight is 21:00 UTC
        assertThat(free("21:00", "21:30")).isTrue();
    }

    private boolean free(String from, String to) {
        return items(anna.get("/api/v1/rooms?from=" + day + "T" + from + ":00Z&to=" + day + "T" + to + ":00Z")).stream()
                .filter(r -> r.get("address").asText().equals(VOLGA))
                .findFirst()
                .orElseThrow()
                .get("free")
                .asBoolean();
    }

    @Test
    void theRoomOfTheEventThatIsChangedIsFreeForIt() {
        var made = anna.post(
                "/api/v1/events",
                inviting(timed("Stays", day, "10:00", "11:00"), VOLGA).toString());
        var asked = "/api/v1/rooms?from=" + day + "T07:30:00Z&to=" + day + "T08:30:00Z";
        assertThat(items(anna.get(asked)))
                .extracting(r -> r.get("free").asBoolean())
                .containsExactlyInAnyOrder(true, false);
        assertThat(items(anna.get(asked + "&except=" + made.body().get("id").asText())))
                .allMatch(r -> r.get("free").asBoolean());
    }

    @Test
    void beyondWhatIsBookedARoomTellsWhatItIsInvitedTo() {
        var far = LocalDate.now(Clock.systemUTC()).plusDays(500);
        anna.post(
                "/api/v1/events",
                inviting(timed("Far", far, "10:00", "11:00"), VOLGA).toString());
        var asked = "/api/v1/rooms?from=" + far + "T07:30:00Z&to=" + far + "T07:45:00Z";
        Awaitility.await().untilAsserted(() -> assertThat(items(anna.get(asked)))
                .filteredOn(r -> r.get("address").asText().equals(VOLGA))
                .extracting(r ->
                        r.get("free").asBoolean() + " " + r.get("busyUntil").asText())
                .containsExactly("false " + far + "T08:00:00Z"));
        assertThat(Instant.parse(anna.get(asked).body().get("bookedUntil").asText()))
                .isBefore(far.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void wishesNarrowTheList() {
        var all = "/api/v1/rooms?" + range(day, day.plusDays(1));
        assertThat(items(anna.get(all))).hasSize(2);
        assertThat(items(anna.get(all + "&capacity=9")))
                .singleElement()
                .satisfies(r -> assertThat(r.get("address").asText()).isEqualTo("neva@kalends.test"));
        assertThat(items(anna.get(all + "&equipment=jacuzzi"))).isEmpty();
        assertThat(items(anna.get(all + "&site=Atlantis"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"capacity=many", "capacity=-1", "from=now"})
    void badWishesAreRefused(String wish) {
        assertThat(anna.get("/api/v1/rooms?" + wish).status()).isEqualTo(400);
    }
}
