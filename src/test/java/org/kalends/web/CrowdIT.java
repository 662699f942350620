package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

/** Meetings of so many that they are told after the answer: what they get is what a few would get. */
class CrowdIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate DAY = LocalDate.of(2028, 6, 5);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final ApiClient boris = ApiClient.loggedIn(server, "boris");
    private final String title = "Crowd " + UUID.randomUUID();
    private final List<String> guests = IntStream.range(0, 110)
            .mapToObj(i -> "guest" + i + "." + UUID.randomUUID() + "@far.example")
            .toList();

    private String[] everybody() {
        return Stream.concat(guests.stream(), Stream.of("boris@kalends.test")).toArray(String[]::new);
    }

    private ApiClient.Answer planned(String from, String to) {
        var made = eva.post(
                "/api/v1/events",
                inviting(timed(title, DAY, from, to), everybody()).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private ApiClient.Answer changed(ApiClient.Answer event, ObjectNode change) {
        var changed = eva.patch(path(event), event.etag(), change.toString());
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        return changed;
    }

    private static ObjectNode only(ObjectNode event, String... members) {
        return event.deepCopy().retain(members);
    }

    private String statusAtBoris() {
        var day = "from=" + DAY + "T00:00:00Z&to=" + DAY.plusDays(1) + "T00:00:00Z";
        return items(boris.get("/api/v1/events?limit=1000&" + day)).stream()
                .filter(one -> one.get("title").asText().equals(title))
                .map(one -> one.get("status").asText())
                .findFirst()
                .orElse("");
    }

    private Mailbox mailbox(int guest) {
        return new Mailbox(server, guests.get(guest));
    }

    @Test
    void eachIsInvitedToldOfAChangeAndOfTheEnd() throws Exception {
        var event = planned("09:00", "10:00");
        await().atMost(SOON).until(() -> statusAtBoris().equals("confirmed"));
        for (int guest : new int[] {0, 57, 109}) {
            var invitation = mailbox(guest).await(title, 1).get(0);
            assertThat(Mailbox.method(invitation)).isEqualTo("REQUEST");
            assertThat(Mailbox.text(invitation, "text/calendar"))
                    .contains("DTSTART;TZID=Europe/Moscow:20280605T090000");
        }
        var moved = changed(eva.get(path(event)), only(timed(title, DAY, "11:00", "12:00"), "start", "end"));
        var told = mailbox(109).await(title, 2).get(1);
        assertThat(Mailbox.text(told, "text/calendar")).contains("DTSTART;TZID=Europe/Moscow:20280605T110000");
        assertThat(Mailbox.text(told, "text/plain")).contains("09:00");
        assertThat(eva.delete(path(moved), eva.get(path(moved)).etag()).status())
                .isEqualTo(204);
        assertThat(Mailbox.method(mailbox(0).await(title, 3).get(2))).isEqualTo("CANCEL");
        await().atMost(SOON).until(() -> statusAtBoris().equals("cancelled"));
    }

    @Test
    void whatIsChangedWithinTheUndoTimeIsOneMail() throws Exception {
        var event = planned("09:00", "10:00");
        var moved = changed(event, only(timed(title, DAY, "13:00", "14:00"), "start", "end"));
        var few = inviting(timed(title, DAY, "13:00", "14:00"), guests.get(0), "boris@kalends.test");
        changed(moved, only(few, "attendees"));
        var mails = mailbox(0).await(title, 1);
        assertThat(Mailbox.text(mails.get(0), "text/calendar")).contains("DTSTART;TZID=Europe/Moscow:20280605T130000");
        await().atMost(SOON).until(() -> statusAtBoris().equals("confirmed"));
        assertThat(mailbox(57).about(title)).isEmpty();
        assertThat(mailbox(0).about(title)).hasSize(1);
    }
}
