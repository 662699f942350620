package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.FaultyServer;

/** X10: series that repeat as nothing in Exchange does are single appointments there. */
class SpreadIT {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final KeptSame both =
            new KeptSame(FaultyServer.shared().server(), FaultyServer.shared().exchange(), "spread");

    @AfterEach
    void ends() {
        both.close();
    }

    private Answer twiceAMonth() {
        var made = both.person.plan(
                repeating(timed("Pay", DAY, "10:00", "11:00"), "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4"));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        awaited()
                .untilAsserted(
                        () -> assertThat(both.subjects()).containsOnly("Pay").hasSize(4));
        both.settled().compared(); // Exchange tells nothing of what came and went since it was asked last
        return both.person.api().get(path(made));
    }

    private static ConditionFactory awaited() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private Answer change(Answer event, String instance, String patch) {
        var changed = both.person.api().patch(path(event) + "?scope=this&instance=" + instance, event.etag(), patch);
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        return changed;
    }

    @Test
    void x10EachInstanceIsThereAndThatIsSaid() {
        both.begin();
        twiceAMonth();
        assertThat(both.mailbox.items())
                .extracting(item -> item.content("Start"))
                .containsExactly(
                        "2026-12-01T07:00:00Z", "2026-12-15T07:00:00Z", "2027-01-01T07:00:00Z", "2027-01-15T07:00:00Z");
        assertThat(both.notes())
                .contains("not-written", "4 instances of a year back and a year ahead are appointments");
        int written = both.exchange.writes();
        both.compared();
        assertThat(both.exchange.writes())
                .as("what is there is not written again")
                .isEqualTo(written);
        assertThat(both.titles())
                .as("what came from here is not taken for news")
                .hasSize(4);
    }

    @Test
    void x10WhatHappensToSingleInstancesHappensThere() {
        both.begin();
        var series = twiceAMonth();
        var moved = change(series, "2026-12-15T07:00:00Z", "{\"title\":\"Bonus\"}");
        both.person.api().delete(path(series) + "?scope=this&instance=2027-01-01T07:00:00Z", moved.etag());
        awaited().untilAsserted(() -> assertThat(both.subjects()).containsExactlyInAnyOrder("Pay", "Bonus", "Pay"));
        both.settled();
        both.person
                .api()
                .delete(path(series), both.person.api().get(path(series)).etag());
        awaited().untilAsserted(() -> assertThat(both.subjects()).isEmpty());
        assertThat(both.settled().rows("ews_spread_item")).isZero();
    }

    @Test
    void x10WhatIsDoneToThemThereIsUndoneAndSaid() {
        both.begin();
        twiceAMonth();
        var first = both.mailbox.items().get(0);
        both.mailbox.changed(first.with("Subject", "Elsewhere"));
        both.mailbox.remove(both.mailbox.items().get(1));
        awaited()
                .untilAsserted(
                        () -> assertThat(both.subjects()).containsOnly("Pay").hasSize(4));
        assertThat(both.settled().notes()).contains("ours-kept", "Changed in Exchange", "Deleted in Exchange");
        assertThat(both.titles()).containsOnly("Pay").hasSize(4);
    }

    @Test
    void x10WhatWasThrownAwayThereWhileNobodyLookedIsMadeAgain() {
        both.begin();
        twiceAMonth();
        both.mailbox.forgetOnce();
        both.mailbox.remove(both.mailbox.items().get(1));
        awaited().untilAsserted(() -> assertThat(both.subjects()).hasSize(4));
    }

    @Test
    void x10ASeriesThatExchangeKnowsAfterAllIsOneThere() {
        both.begin();
        var series = twiceAMonth();
        var changed =
                both.person.api().patch(path(series), series.etag(), "{\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=3\"]}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        awaited().untilAsserted(() -> assertThat(both.subjects()).containsExactly("Pay"));
        assertThat(both.settled().mailbox.items().get(0).content("Recurrence")).contains("DailyRecurrence");
        var back = both.person.api().get(path(series));
        both.person
                .api()
                .patch(path(series), back.etag(), "{\"recurrence\":[\"RRULE:FREQ=DAILY;BYHOUR=9,12;COUNT=3\"]}");
        awaited().untilAsserted(() -> assertThat(both.subjects()).containsExactly("Pay", "Pay", "Pay"));
        both.settled();
    }

    @Test
    void x10ASeriesOfExchangeThatWeCannotSayStaysAsItIs() {
        var theirs = SimItem.named("Theirs", "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z");
        both.mailbox.holding(theirs);
        both.begin();
        var event = both.person
                .api()
                .get("/api/v1/events/" + both.events().get(0).get("id").asText());
        both.server.database().useHandle(handle -> handle.createUpdate(
                        "update ews_map set parts = null where home_id = :home::uuid") // as of one that cannot be said
                .bind("home", both.person.id())
                .execute());
        var changed = both.person
                .api()
                .patch(path(event), event.etag(), "{\"recurrence\":[\"RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4\"]}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        awaited().until(() -> both.notes().contains("not-written"));
        assertThat(both.settled().mailbox.items()).containsExactly(theirs);
    }

    @Test
    void x10WhatWasMadeBeforeWeDiedIsFoundAndNotDoubled() {
        both.begin();
        var series = twiceAMonth();
        both.server.database().useHandle(handle -> {
            handle.createUpdate("delete from ews_spread_item where home_id = :home::uuid")
                    .bind("home", both.person.id())
                    .execute();
            handle.createUpdate("insert into ews_outbound (home_id, uid, since, attempted)"
                            + " values (:home::uuid, :uid, now(), true)")
                    .bind("home", both.person.id())
                    .bind("uid", series.body().get("uid").asText())
                    .execute();
        });
        both.settled();
        assertThat(both.subjects()).hasSize(4);
        assertThat(both.rows("ews_spread_item")).isEqualTo(4);
    }

    @Test
    void x10TheTimeThatIsCoveredGoesOn() {
        both.begin();
        twiceAMonth();
        var gone = both.mailbox.items().get(3);
        both.server.database().useHandle(handle -> {
            handle.createUpdate(
                            "update ews_spread set written_at = now() - interval '8 days' where home_id = :home::uuid")
                    .bind("home", both.person.id())
                    .execute();
            handle.createUpdate("delete from ews_spread_item where home_id = :home::uuid and item_id = :item")
                    .bind("home", both.person.id())
                    .bind("item", gone.id())
                    .execute();
        });
        both.mailbox.holding(SimItem.named("Hint", "2026-12-05T06:00:00Z", "2026-12-05T07:00:00Z"));
        awaited().until(() -> both.rows("ews_spread_item") == 4);
    }
}
