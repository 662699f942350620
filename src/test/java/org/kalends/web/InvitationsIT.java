package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class InvitationsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String EVA = "eva@kalends.test";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient dmitri = ApiClient.loggedIn(server, "dmitri");
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final LocalDate day = LocalDate.of(2028, 6, 5);

    private Answer planned(ObjectNode event) {
        var made = dmitri.post("/api/v1/events", inviting(event, EVA).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private List<JsonNode> waiting(Answer event) {
        var uid = event.body().get("uid").asText();
        return items(eva.get("/api/v1/invitations")).stream()
                .filter(i -> i.get("uid").asText().equals(uid))
                .toList();
    }

    private void isWaiting(Answer event, int times) {
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting(event)).hasSize(times));
    }

    private String answer(Answer event) {
        return "/api/v1/events/" + waiting(event).get(0).get("id").asText() + "/answer";
    }

    @Test
    void anInvitationWaitsUntilItIsAnsweredAndTheOrganizerHasNoneOfHisOwn() {
        var event = planned(timed("Waits", day, "10:00", "11:00"));
        isWaiting(event, 1);
        assertThat(items(dmitri.get("/api/v1/invitations")))
                .noneMatch(i -> i.get("uid").equals(event.body().get("uid")));
        assertThat(eva.put(answer(event), "{\"status\":\"tentative\"}").status())
                .isEqualTo(200);
        isWaiting(event, 0);
    }

    @Test
    void aSeriesWaitsOnceByItsNextInstanceAndAnInstanceAloneOnceTheSeriesIsAnswered() {
        var series = planned(repeating(timed("Series", day, "12:00", "13:00"), "FREQ=DAILY;COUNT=5"));
        isWaiting(series, 1);
        assertThat(waiting(series).get(0).get("recurring").asBoolean()).isTrue();
        assertThat(waiting(series).get(0).get("instance").asText()).isEqualTo(day + "T09:00:00Z");
        eva.put(answer(series), "{\"status\":\"accepted\"}");
        isWaiting(series, 0);
        var third = day.plusDays(2);
        var moved = dmitri.patch(
                path(series) + "?scope=this&instance=" + third + "T09:00:00Z",
                dmitri.get(path(series)).etag(),
                timed("x", third, "15:00", "16:00").without("title").toString());
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        isWaiting(series, 1);
        assertThat(waiting(series).get(0).get("instance").asText()).isEqualTo(third + "T09:00:00Z");
    }

    @Test
    void whatIsOverOrCancelledWaitsNoLonger() {
        var over = planned(timed("Over", LocalDate.of(2020, 1, 6), "10:00", "11:00"));
        var cancelled = planned(timed("Cancelled", day, "14:00", "15:00"));
        isWaiting(cancelled, 1);
        assertThat(waiting(over)).isEmpty();
        dmitri.delete(path(cancelled), dmitri.get(path(cancelled)).etag());
        isWaiting(cancelled, 0);
    }

    @Test
    void nobodyIsToldWithoutLogIn() {
        assertThat(ApiClient.anonymous(server).get("/api/v1/invitations").status())
                .isEqualTo(401);
    }
}
