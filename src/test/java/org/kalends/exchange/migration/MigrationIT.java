package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.exchange.migration.Moves.item;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.ExchangeSim.Mood;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.Counters;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

class MigrationIT {

    private static final String MIGRATIONS = Moves.MIGRATIONS;

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final Moves moves = new Moves(server, admin);

    @AfterEach
    void keepsToTheSchema() {
        exchange.is(Mood.WELL);
        assertThat(exchange.violations()).isEmpty();
    }

    static SimItem daily(String title) {
        return item(title)
                .with("CalendarItemType", "RecurringMaster")
                .with(
                        "Recurrence",
                        "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence><t:NumberedRecurrence>"
                                + "<t:StartDate>2026-12-01</t:StartDate><t:NumberOfOccurrences>4</t:NumberOfOccurrences>"
                                + "</t:NumberedRecurrence>");
    }

    /** That an instance of {@link #daily} is another item. */
    static String onTheSecond(SimItem changed) {
        return "<t:Occurrence><t:ItemId Id=\"" + changed.id() + "\"/><t:Start>2026-12-02T12:00:00Z</t:Start>"
                + "<t:End>2026-12-02T13:00:00Z</t:End><t:OriginalStart>2026-12-02T06:00:00Z</t:OriginalStart>"
                + "</t:Occurrence>";
    }

    @Test
    void aMailboxIsMovedWithAllItsCalendarsAndItsSeries() {
        var person = moves.somebody();
        var changed = SimItem.named("Changed", "2026-12-02T12:00:00Z", "2026-12-02T13:00:00Z")
                .with("CalendarItemType", "Exception");
        var series = daily("Daily")
                .with("ModifiedOccurrences", onTheSecond(changed))
                .with(
                        "DeletedOccurrences",
                        "<t:DeletedOccurrence><t:Start>2026-12-03T06:00:00Z</t:Start></t:DeletedOccurrence>");
        exchange.mailbox(person.address())
                .with("Sport", 1)
                .holding(item("Single").saying("What is to be said"), series)
                .holdingUnlisted(changed)
                .holding("own-3", item("Swimming"));
        var job = moves.moved(person, "");
        assertThat(Moves.counts(job)).isEqualTo("seen 3 created 3 updated 0 unchanged 0 skipped 0 failed 0");
        assertThat(Moves.titles(person)).containsExactlyInAnyOrder("Single", "Daily", "Changed", "Daily", "Swimming");
        assertThat(person.api().get("/api/v1/calendars").body().get("items").findValuesAsText("name"))
                .contains("Sport");
    }

    @Test
    void x04ASecondRunChangesNothing() {
        var person = moves.somebody();
        exchange.mailbox(person.address()).holding(item("Single"), daily("Daily"));
        moves.moved(person, "");
        var before = tokens(person);
        assertThat(Moves.counts(moves.moved(person, "")))
                .isEqualTo("seen 2 created 0 updated 0 unchanged 2 skipped 0 failed 0");
        assertThat(tokens(person)).isEqualTo(before);
    }

    private static List<String> tokens(Person person) {
        return person.dav()
                .propfind("/dav/calendars/" + person.login() + "/", 1, "<D:sync-token/>")
                .texts("//D:sync-token");
    }

    @Test
    void whatChangedInExchangeIsTakenAnew() {
        var person = moves.somebody();
        var item = item("Single");
        exchange.mailbox(person.address()).holding(item, item("Other"));
        moves.moved(person, "");
        item.with("Subject", "Renamed");
        assertThat(Moves.counts(moves.moved(person, "")))
                .isEqualTo("seen 2 created 0 updated 1 unchanged 1 skipped 0 failed 0");
        assertThat(Moves.titles(person)).containsExactlyInAnyOrder("Renamed", "Other");
    }

    @Test
    void x03ADryRunWritesNothingAndTellsTheSameNumbers() {
        var person = moves.somebody();
        exchange.mailbox(person.address())
                .with("Sport", 1)
                .holding(item("Single"), daily("Daily"))
                .holding("own-3", item("Swimming"));
        var rehearsal = moves.moved(person, ",\"dryRun\":true");
        assertThat(Moves.titles(person)).isEmpty();
        assertThat(person.api().get("/api/v1/calendars").body().get("items")).hasSize(1);
        assertThat(Moves.counts(moves.moved(person, ""))).isEqualTo(Moves.counts(rehearsal));
    }

    @Test
    void x05AMailboxThatCannotBeMovedSaysWhyAndOthersGoOn() {
        var missing = moves.somebody();
        var forbidden = moves.somebody();
        var fine = moves.somebody();
        exchange.mailbox(forbidden.address()).holding(item("Hers"));
        exchange.forbid(forbidden.address());
        exchange.mailbox(fine.address()).holding(item("His"));
        var jobs = moves.start("", missing.address(), forbidden.address(), fine.address())
                .body()
                .get("jobs");
        assertThat(moves.when(jobs.get(0).get("id").asText(), "failed")
                        .get("problem")
                        .asText())
                .contains("no mailbox of this address");
        assertThat(moves.when(jobs.get(1).get("id").asText(), "failed")
                        .get("problem")
                        .asText())
                .contains("ApplicationImpersonation");
        moves.when(jobs.get(2).get("id").asText(), "done");
        assertThat(Moves.titles(fine)).containsExactly("His");
    }

    @Test
    void x06ABusyExchangeIsLeftAloneForAsLongAsItSaysAndThenAskedLess() {
        var person = moves.somebody();
        exchange.mailbox(person.address()).holding(item("Single"));
        var before = Instant.now();
        long most = atOnce();
        exchange.is(Mood.BUSY);
        var id = moves.begun(person, "");
        var waiting = moves.when(id, "waiting");
        exchange.is(Mood.WELL);
        int asked = exchange.asked();
        var until = Instant.parse(waiting.get("waitsUntil").asText());
        assertThat(until).isBetween(before.plusMillis(3_749), Instant.now().plusMillis(3_749));
        assertThat(atOnce()).isEqualTo(Math.max(1, most / 2));
        await().during(Duration.ofSeconds(3)).until(() -> exchange.asked() == asked);
        moves.when(id, "done");
        assertThat(Moves.titles(person)).containsExactly("Single");
        await().atMost(Duration.ofSeconds(40)).until(() -> atOnce() > Math.max(1, most / 2));
    }

    private long atOnce() {
        return new Counters(server).gauge("kalends_exchange_at_once");
    }

    @Test
    void x07OneBadItemIsToldOfAndTheOthersAreTaken() {
        var person = moves.somebody();
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, 49).forEach(i -> mailbox.holding(item("Good " + i)));
        mailbox.holding(item("Bad").with("End", "2026-12-01T05:00:00Z"));
        var job = moves.moved(person, "");
        assertThat(Moves.counts(job)).isEqualTo("seen 50 created 49 updated 0 unchanged 0 skipped 0 failed 1");
        var noted = moves.noted(job.get("id").asText());
        assertThat(noted.findValuesAsText("title")).containsExactly("Bad");
        assertThat(noted.get(0).get("reason").asText()).contains("ends before it begins");
    }

    @Test
    void x08APlaceThatExchangeForgotIsItsBeginningAndNothingIsDoubled() {
        var person = moves.somebody();
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, 250).forEach(i -> mailbox.holding(item("Item " + i)));
        mailbox.forgetOnce();
        var counts = moves.moved(person, "").get("counts");
        assertThat(counts.get("created").asInt()).isEqualTo(250);
        assertThat(counts.get("unchanged").asInt()).isEqualTo(100);
        assertThat(Moves.titles(person)).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void theWindowLeavesWhatIsOverAndWhatComesLater() {
        var person = moves.somebody();
        exchange.mailbox(person.address())
                .holding(
                        SimItem.named("Over", "2025-12-01T06:00:00Z", "2025-12-01T07:00:00Z"),
                        item("Within"),
                        daily("Series").with("Start", "2026-11-30T06:00:00Z").with("End", "2026-11-30T07:00:00Z"),
                        SimItem.named("Later", "2027-12-01T06:00:00Z", "2027-12-01T07:00:00Z"));
        var job = moves.moved(person, ",\"from\":\"2026-12-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"");
        assertThat(Moves.counts(job)).isEqualTo("seen 4 created 2 updated 0 unchanged 0 skipped 2 failed 0");
        assertThat(moves.noted(job.get("id").asText()).findValuesAsText("title"))
                .containsExactlyInAnyOrder("Over", "Later");
    }

    @Test
    void aJobIsPausedResumedStoppedAndRetried() {
        var person = moves.somebody();
        exchange.mailbox(person.address()).holding(item("Single"));
        exchange.is(Mood.BUSY);
        var id = moves.begun(person, "");
        moves.when(id, "waiting");
        assertThat(turn(id, "pause").body().get("state").asText()).isEqualTo("paused");
        assertThat(turn(id, "pause").status()).isEqualTo(409);
        assertThat(moves.start("", person.address())
                        .body()
                        .get("refused")
                        .get(0)
                        .get("reason")
                        .asText())
                .contains("already");
        assertThat(turn(id, "stop").body().get("state").asText()).isEqualTo("stopped");
        assertThat(turn(id, "resume").status()).isEqualTo(409);
        exchange.is(Mood.WELL);
        assertThat(turn(id, "retry").status()).isEqualTo(200);
        moves.when(id, "done");
        assertThat(Moves.titles(person)).containsExactly("Single");
        assertThat(turn(id, "retry").status()).isEqualTo(409);
    }

    private Answer turn(String id, String turn) {
        return admin.post(MIGRATIONS + "/" + id + "/" + turn, "");
    }

    @Test
    void aBadListIsRefusedAddressByAddressAndChangesNothing() {
        var person = moves.somebody();
        exchange.mailbox(person.address());
        var answer = moves.start("", "no address", "stranger@elsewhere.test", person.address(), person.address());
        assertThat(answer.body().get("jobs")).hasSize(1);
        assertThat(answer.body().get("refused").findValuesAsText("reason"))
                .containsExactly("It is not a mail address", "Nobody here has that address");
        assertThat(admin.post(MIGRATIONS, "{\"mailboxes\":[]}").status()).isEqualTo(400);
        assertThat(admin.post(MIGRATIONS, "{}").status()).isEqualTo(400);
        assertThat(moves.start(",\"from\":\"tomorrow\"", person.address()).status())
                .isEqualTo(400);
        assertThat(moves.start(",\"from\":\"2027-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"", person.address())
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(MIGRATIONS + "?state=asleep").status()).isEqualTo(400);
        assertThat(admin.get(MIGRATIONS + "/3d1c8a5e-0000-4000-8000-000000000001")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(MIGRATIONS + "?state=done").body().get("items").findValuesAsText("state"))
                .doesNotContain("failed");
    }

    @Test
    void onlyAdministratorsMoveMailboxes() {
        var person = moves.somebody();
        assertThat(person.api()
                        .post(MIGRATIONS, "{\"mailboxes\":[\"a@kalends.test\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(person.api().get(MIGRATIONS).status()).isEqualTo(403);
        assertThat(person.api()
                        .get(MIGRATIONS + "/3d1c8a5e-0000-4000-8000-000000000001")
                        .status())
                .isEqualTo(403);
        assertThat(person.api()
                        .post(MIGRATIONS + "/3d1c8a5e-0000-4000-8000-000000000001/stop", "")
                        .status())
                .isEqualTo(403);
    }
}
