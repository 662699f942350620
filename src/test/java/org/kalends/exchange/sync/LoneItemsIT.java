package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.FaultyServer;
import org.kalends.support.Person;

/** X14, X25: who is invited to some instances of a series has them as items of their own there, and as one event here. */
class LoneItemsIT {

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
    private final KeptSame both =
            new KeptSame(FaultyServer.shared().server(), FaultyServer.shared().exchange(), "lone");
    private final SimItem first = invitation("First", 1);
    private final SimItem second = invitation("Second", 2);

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
                .asking(both.person.address(), "boss@elsewhere.example");
    }

    private List<String> titles() {
        return both.events(day).stream()
                .map(event -> event.get("title").asText())
                .toList();
    }

    private void say(String status, int instance) {
        both.say(day, status, "?scope=this&instance=" + start(instance));
    }

    private List<String> responses() {
        return both.mailbox.items().stream()
                .map(item -> item.content("Subject") + " " + item.content("MyResponseType"))
                .toList();
    }

    @Test
    void oneThatIsThrownAwayThereTakesNoOtherWithIt() {
        both.mailbox.holding(first, second);
        both.begin();
        awaited().until(() -> titles().equals(List.of("First", "Second")));
        both.mailbox.remove(first);
        awaited().until(() -> titles().equals(List.of("Second")));
        both.silent();
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
        both.silent();
        assertThat(both.said(day)).containsExactly("accepted", "declined");
        assertThat(both.notes()).doesNotContain("not-written");
    }

    @Test
    void oneThatIsTakenOutHereTakesNoOtherWithItThere() {
        both.mailbox.holding(first, second);
        both.begin();
        var event = "/api/v1/events/" + both.events(day).get(0).get("id").asText();
        var now = both.person.api().get(event);
        var gone = both.person.api().delete(event + "?scope=this&instance=" + start(1), now.etag());
        assertThat(gone.status()).isEqualTo(204);
        awaited().until(() -> both.subjects().equals(List.of("Second")));
        both.silent();
        assertThat(titles()).containsExactly("Second");
    }

    @Test
    void allOfThemGoThereWhenTheirEventGoesHere() {
        both.mailbox.holding(first, second);
        both.begin();
        var event = "/api/v1/events/" + both.events(day).get(0).get("id").asText();
        var gone = both.person.api().delete(event, both.person.api().get(event).etag());
        assertThat(gone.status()).isEqualTo(204);
        awaited().until(() -> both.subjects().isEmpty());
        both.silent();
        assertThat(titles()).isEmpty();
    }

    @Test
    void remindersAreOfEachByItself() {
        both.mailbox.holding(first, second);
        both.begin();
        var event = "/api/v1/events/" + both.events(day).get(0).get("id").asText();
        var at = "?scope=this&instance=" + start(2);
        var before = both.person.api().get(event).etag();
        var changed = both.person
                .api()
                .patch(event + at, before, "{\"reminders\":[{\"before\":\"PT25M\",\"channel\":\"mail\"}]}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        awaited().until(() -> second.content("ReminderMinutesBeforeStart").equals("25"));
        both.silent();
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
        both.silent();
        say("declined", 2);
        awaited().until(() -> both.subjects().isEmpty());
        both.silent();
        assertThat(both.said(day)).containsExactly("declined");
    }
}
