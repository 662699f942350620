package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.FaultyServer;
import org.kalends.support.Person;

/** X14, X25: who is invited to some instances of a series has them as items of their own there, and as one event here. */
class LoneItemsIT {

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
    private final KeptSame both =
            new KeptSame(FaultyServer.shared().server(), FaultyServer.shared().exchange(), "lone");
    private SimItem first = SimItem.named("First", start(1).toString(), end(1).toString());
    private SimItem second = SimItem.named("Second", start(2).toString(), end(2).toString());

    @BeforeEach
    void inviting() {
        first = invitation("First", 1);
        second = invitation("Second", 2);
    }

    @AfterEach
    void ends() {
        both.close();
    }

    private static ConditionFactory awaited() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private Instant start(int instance) {
        return Instant.parse(day.plusDays(instance - 1) + "T07:00:00Z");
    }

    private Instant end(int instance) {
        return start(instance).plusSeconds(3600);
    }

    private static String person(String address) {
        return "<t:Mailbox><t:Name>Name</t:Name><t:EmailAddress>" + address + "</t:EmailAddress></t:Mailbox>";
    }

    /** As Exchange names an instance of a series: the day is within the UID. */
    private String uid(LocalDate day) {
        var date = HexFormat.of().withUpperCase().formatHex(new byte[] {
            (byte) (day.getYear() >> 8), (byte) day.getYear(), (byte) day.getMonthValue(), (byte) day.getDayOfMonth()
        });
        return "040000008200E00074C5B7101A82E008" + date + "00".repeat(16)
                + both.person.login().hashCode();
    }

    private SimItem invitation(String subject, int instance) {
        return SimItem.named(subject, start(instance).toString(), end(instance).toString())
                .with("UID", uid(day.plusDays(instance - 1)))
                .with("RecurrenceId", start(instance).toString())
                .with("IsMeeting", "true")
                .with("MyResponseType", "NoResponseReceived")
                .with("Organizer", person("boss@elsewhere.example"))
                .with("RequiredAttendees", "<t:Attendee>" + person(both.person.address()) + "</t:Attendee>");
    }

    private List<JsonNode> copies() {
        return items(both.person.api().get("/api/v1/events?expand=attendees&" + range(day, day.plusDays(10))));
    }

    private List<String> titles() {
        return copies().stream().map(event -> event.get("title").asText()).toList();
    }

    private List<String> said() {
        return copies().stream()
                .map(event ->
                        attendee(event, both.person.address()).get("status").asText())
                .toList();
    }

    private void say(String status, int instance) {
        var event = "/api/v1/events/" + copies().get(0).get("id").asText();
        var said = both.person
                .api()
                .put(event + "/answer?scope=this&instance=" + start(instance), "{\"status\":\"" + status + "\"}");
        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
    }

    private List<String> responses() {
        return both.mailbox.items().stream()
                .map(item -> item.content("Subject") + " " + item.content("MyResponseType"))
                .toList();
    }

    private void silent() {
        both.settled().compared();
        int written = both.exchange.writes();
        both.compared();
        assertThat(both.exchange.writes()).isEqualTo(written);
    }

    @Test
    void oneThatIsThrownAwayThereTakesNoOtherWithIt() {
        both.mailbox.holding(first, second);
        both.begin();
        awaited().until(() -> titles().equals(List.of("First", "Second")));
        both.mailbox.remove(first);
        awaited().until(() -> titles().equals(List.of("Second")));
        silent();
        both.mailbox.remove(second);
        awaited().until(() -> titles().isEmpty());
        assertThat(both.rows("ews_map")).isZero();
    }

    @Test
    void whatWasThrownAwayInAPauseIsFoundByComparing() {
        both.mailbox.holding(first, second);
        both.begin();
        both.end();
        both.mailbox.remove(second);
        both.begin().compared();
        awaited().until(() -> titles().equals(List.of("First")));
    }

    @Test
    void x25EachIsAnsweredByItself() {
        both.mailbox.holding(first, second);
        both.begin();
        say("accepted", 1);
        awaited().untilAsserted(() -> assertThat(responses())
                .containsExactlyInAnyOrder("First Accept", "Second NoResponseReceived"));
        both.settled();
        say("declined", 2);
        awaited().untilAsserted(() -> assertThat(responses()).containsExactly("First Accept"));
        silent();
        assertThat(said()).containsExactly("accepted", "declined");
        assertThat(both.notes()).doesNotContain("not-written");
    }

    @Test
    void remindersAreOfEachByItself() {
        both.mailbox.holding(first, second);
        both.begin();
        var event = "/api/v1/events/" + copies().get(0).get("id").asText();
        var at = "?scope=this&instance=" + start(2);
        var before = both.person.api().get(event).etag();
        var changed = both.person
                .api()
                .patch(event + at, before, "{\"reminders\":[{\"before\":\"PT25M\",\"channel\":\"mail\"}]}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        awaited().until(() -> second.content("ReminderMinutesBeforeStart").equals("25"));
        silent();
        assertThat(first.content("ReminderIsSet")).isNotEqualTo("true");
    }

    @Test
    void aColleaguesInvitationToOneInstanceIsAnAppointmentThere() {
        var organizer = Person.on(both.server, "asks", "en");
        both.begin();
        var series = organizer.plan(repeating(timed("Series", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=4"));
        var invited = organizer
                .api()
                .patch(
                        path(series) + "?scope=this&instance=" + start(2),
                        series.etag(),
                        "{\"attendees\":[{\"address\":\"" + both.person.address() + "\"}]}");
        assertThat(invited.status()).as(invited.raw().body()).isEqualTo(200);
        awaited().until(() -> both.subjects().equals(List.of("Series")));
        assertThat(both.mailbox.items().get(0).content("Start")).isEqualTo(start(2).toString());
        silent();
        say("declined", 2);
        awaited().until(() -> both.subjects().isEmpty());
        silent();
        assertThat(said()).containsExactly("declined");
    }
}
