package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.FaultyServer;
import org.kalends.support.Person;

/** X25: what invited people say on either side is said on the other, to whole meetings and to single instances. */
class AnswersThereIT {

    private static final String DAILY = "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>";

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
    private final KeptSame both =
            new KeptSame(FaultyServer.shared().server(), FaultyServer.shared().exchange(), "invited");
    private final Person organizer = Person.on(both.server, "asks", "en");

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

    private SimItem asked(SimItem item) {
        return item.asking(both.person.address(), "boss@elsewhere.example");
    }

    private SimItem item() {
        return SimItem.named(
                "Asked", start(1).toString(), start(1).plusSeconds(3600).toString());
    }

    private SimItem series() {
        return item().with("CalendarItemType", "RecurringMaster")
                .with(
                        "Recurrence",
                        DAILY + "<t:NumberedRecurrence><t:StartDate>" + day
                                + "</t:StartDate><t:NumberOfOccurrences>5</t:NumberOfOccurrences></t:NumberedRecurrence>");
    }

    private String instance(int instance) {
        return "?scope=this&instance=" + start(instance);
    }

    /** What the organizer knows. */
    private String known(Answer meeting, String at) {
        var event = organizer.api().get(path(meeting) + at).body();
        return attendee(event, both.person.address()).get("status").asText();
    }

    private Answer asked(ObjectNode meeting) {
        var asked = organizer.plan(inviting(meeting, both.person.address()));
        assertThat(asked.status()).as(asked.raw().body()).isEqualTo(201);
        awaited().until(() -> !both.events(day).isEmpty());
        return asked;
    }

    private SimItem there() {
        awaited().until(() -> both.mailbox.items().size() == 1);
        both.settled();
        return both.mailbox.items().get(0);
    }

    @Test
    void x25AnswersToSingleInstancesAreGivenThere() {
        both.mailbox.holding(asked(series()));
        both.begin();
        both.say(day, "declined", instance(2));
        both.say(day, "tentative", instance(3));
        awaited().untilAsserted(() -> {
            var item = both.mailbox.items().get(0);
            assertThat(item.content("DeletedOccurrences")).contains(start(2).toString());
            assertThat(both.mailbox.instanceAt(item, start(3)).content("MyResponseType"))
                    .isEqualTo("Tentative");
        });
        both.silent();
        assertThat(both.said(day))
                .containsExactly("needs-action", "declined", "tentative", "needs-action", "needs-action");
        assertThat(both.notes()).doesNotContain("not-written");
    }

    @Test
    void x25WhatIsAcceptedAfterAllIsSaidOfWhereItStillIs() {
        both.mailbox.holding(asked(series()));
        both.begin();
        both.say(day, "tentative", instance(3));
        both.settled();
        both.say(day, "accepted", "");
        both.say(day, "accepted", instance(3));
        awaited().untilAsserted(() -> {
            var item = both.mailbox.items().get(0);
            assertThat(item.content("MyResponseType")).isEqualTo("Accept");
            assertThat(both.mailbox.instanceAt(item, start(3)).content("MyResponseType"))
                    .isEqualTo("Accept");
        });
        both.silent();
        assertThat(both.said(day)).containsOnly("accepted").hasSize(5);
    }

    @Test
    void x25AnInstanceThatExchangeHasThrownAwayCannotComeBackAndThatIsNoted() {
        both.mailbox.holding(asked(series()));
        both.begin();
        both.say(day, "declined", instance(2));
        awaited().until(() -> both.mailbox
                .items()
                .get(0)
                .content("DeletedOccurrences")
                .contains(start(2).toString()));
        both.settled();
        both.say(day, "accepted", instance(2));
        awaited().untilAsserted(() -> assertThat(both.notes()).contains("not-written"));
        both.silent();
        assertThat(both.said(day).get(1)).isEqualTo("accepted");
    }

    @Test
    void x23TheOrganizerIsRightOfTheTimeAndTheGuestOfHisAnswer() {
        both.mailbox.holding(asked(item()));
        both.begin();
        awaited().until(() -> !both.events(day).isEmpty());
        both.apart(() -> {
            both.say(day, "accepted", "");
            both.mailbox.changed(both.mailbox
                    .items()
                    .get(0)
                    .with("Start", start(2).toString())
                    .with("End", start(2).plusSeconds(3600).toString()));
        });
        awaited()
                .until(() ->
                        both.mailbox.items().get(0).content("MyResponseType").equals("Accept"));
        both.silent();
        assertThat(both.said(day)).containsExactly("accepted");
        assertThat(both.events(day).get(0).at("/start/instant").asText()).isEqualTo(start(2).toString());
        assertThat(both.mailbox.items().get(0).content("Start")).isEqualTo(start(2).toString());
    }

    @Test
    void x25WhatIsDeclinedHereGoesThereAndStaysHere() {
        both.mailbox.holding(asked(item()));
        both.begin();
        both.say(day, "declined", "");
        awaited().until(() -> both.mailbox.items().isEmpty());
        both.silent();
        assertThat(both.said(day)).containsExactly("declined");
        both.say(day, "accepted", "");
        assertThat(there().content("Subject")).isEqualTo("Asked");
    }

    @Test
    void x25AMeetingOfOursThatIsThrownAwayThereIsDeclinedHere() {
        var meeting = asked(timed("Asked", day, "10:00", "11:00"));
        both.begin();
        both.mailbox.remove(there());
        awaited().until(() -> known(meeting, "").equals("declined"));
        assertThat(both.said(day)).containsExactly("declined");
        both.silent();
        assertThat(both.mailbox.items()).isEmpty();
    }

    @Test
    void x25AnInstanceThatIsThrownAwayThereIsDeclinedHere() {
        var meeting = asked(repeating(timed("Asked", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=5"));
        both.begin();
        both.mailbox.changed(
                there().asking(both.person.address(), organizer.address()).with("MyResponseType", "Accept"));
        awaited().until(() -> known(meeting, instance(4)).equals("accepted"));
        both.settled();
        var deleted = "<t:DeletedOccurrence><t:Start>" + start(2) + "</t:Start></t:DeletedOccurrence>";
        both.mailbox.changed(both.mailbox.items().get(0).with("DeletedOccurrences", deleted));
        awaited().until(() -> known(meeting, instance(2)).equals("declined"));
        both.silent();
        assertThat(both.said(day)).containsExactly("accepted", "declined", "accepted", "accepted", "accepted");
        assertThat(known(meeting, instance(4))).isEqualTo("accepted");
    }

    @Test
    void x25AnInstanceThatIsAnsweredThereIsAnsweredHere() {
        var meeting = asked(repeating(timed("Asked", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=5"));
        both.begin();
        both.mailbox.changed(
                there().asking(both.person.address(), organizer.address()).with("MyResponseType", "Accept"));
        awaited().until(() -> known(meeting, instance(4)).equals("accepted"));
        both.settled();
        var item = both.mailbox.items().get(0);
        both.mailbox.instanceAt(item, start(3), instance -> instance.with("MyResponseType", "Tentative"));
        awaited().until(() -> known(meeting, instance(3)).equals("tentative"));
        both.silent();
        assertThat(known(meeting, instance(4))).isEqualTo("accepted");
    }

    @Test
    void x25WhatIsDeclinedByWhoHasItAsAnAppointmentIsTakenOutThere() {
        var meeting = asked(repeating(timed("Asked", day, "10:00", "11:00"), "FREQ=DAILY;COUNT=5"));
        both.begin();
        var item = there();
        both.say(day, "declined", instance(2));
        awaited().until(() -> item.content("DeletedOccurrences").contains(start(2).toString()));
        both.say(day, "declined", "");
        awaited().until(() -> known(meeting, "").equals("declined"));
        awaited().until(() -> both.mailbox.items().isEmpty());
        both.silent();
        assertThat(both.said(day)).containsOnly("declined");
    }

    @Test
    void aMeetingOfStrangersThatIsThrownAwayThereGoesHereWithoutAWord() {
        both.mailbox.holding(asked(item()));
        both.begin();
        awaited().until(() -> !both.events(day).isEmpty());
        both.mailbox.remove(both.mailbox.items().get(0));
        awaited().until(() -> both.events(day).isEmpty());
    }

    @Test
    void aMeetingThatIsOverGoesWithoutAWord() {
        var meeting = asked(timed("Asked", day, "10:00", "11:00"));
        both.begin();
        var item = there();
        var past = organizer.plan(inviting(timed("Over", day.minusDays(6), "10:00", "11:00"), both.person.address()));
        awaited().until(() -> both.mailbox.items().size() == 2);
        both.settled();
        both.mailbox.items().stream().filter(one -> one != item).toList().forEach(both.mailbox::remove);
        both.compared();
        assertThat(known(past, "")).isEqualTo("needs-action");
        assertThat(known(meeting, "")).isEqualTo("needs-action");
    }
}
