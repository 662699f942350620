package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

class MigrationIT {

    private static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";
    private static final Duration SOON = Duration.ofSeconds(40);

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");

    @AfterEach
    void keepsToTheSchema() {
        exchange.is(Mood.WELL);
        assertThat(exchange.violations()).isEmpty();
    }

    private Person somebody() {
        return Person.on(server, "moving", "en");
    }

    private Answer start(String more, String... addresses) {
        return admin.post(MIGRATIONS, "{\"mailboxes\":[\"" + String.join("\",\"", addresses) + "\"]" + more + "}");
    }

    private String begun(Person person, String more) {
        var answer = start(more, person.address());
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().get("jobs").get(0).get("id").asText();
    }

    private JsonNode job(String id) {
        return admin.get(MIGRATIONS + "/" + id).body();
    }

    private JsonNode when(String id, String state) {
        await().atMost(SOON).until(() -> job(id).get("state").asText().equals(state));
        return job(id);
    }

    private JsonNode moved(Person person, String more) {
        return when(begun(person, more), "done");
    }

    private JsonNode noted(String id) {
        return admin.get(MIGRATIONS + "/" + id + "/items").body().get("items");
    }

    private static String counts(JsonNode job) {
        var counts = job.get("counts");
        return "seen %d created %d updated %d unchanged %d skipped %d failed %d"
                .formatted(
                        counts.get("seen").asInt(),
                        counts.get("created").asInt(),
                        counts.get("updated").asInt(),
                        counts.get("unchanged").asInt(),
                        counts.get("skipped").asInt(),
                        counts.get("failed").asInt());
    }

    private static List<String> titles(Person person) {
        return person.api()
                .get("/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z&limit=500")
                .body()
                .get("items")
                .findValuesAsText("title");
    }

    private static SimItem item(String title) {
        return SimItem.named(title, "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z");
    }

    private static SimItem daily(String title) {
        return item(title)
                .with("CalendarItemType", "RecurringMaster")
                .with(
                        "Recurrence",
                        "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence><t:NumberedRecurrence>"
                                + "<t:StartDate>2026-12-01</t:StartDate><t:NumberOfOccurrences>4</t:NumberOfOccurrences>"
                                + "</t:NumberedRecurrence>");
    }

    @Test
    void aMailboxIsMovedWithAllItsCalendarsAndItsSeries() {
        var person = somebody();
        var changed = SimItem.named("Changed", "2026-12-02T12:00:00Z", "2026-12-02T13:00:00Z")
                .with("CalendarItemType", "Exception");
        var series = daily("Daily")
                .with(
                        "ModifiedOccurrences",
                        "<t:Occurrence><t:ItemId Id=\"" + changed.id() + "\"/><t:Start>2026-12-02T12:00:00Z</t:Start>"
                                + "<t:End>2026-12-02T13:00:00Z</t:End><t:OriginalStart>2026-12-02T06:00:00Z</t:OriginalStart>"
                                + "</t:Occurrence>")
                .with(
                        "DeletedOccurrences",
                        "<t:DeletedOccurrence><t:Start>2026-12-03T06:00:00Z</t:Start></t:DeletedOccurrence>");
        exchange.mailbox(person.address())
                .with("Sport", 1)
                .holding(item("Single").saying("What is to be said"), series)
                .holdingUnlisted(changed)
                .holding("own-3", item("Swimming"));
        var job = moved(person, "");
        assertThat(counts(job)).isEqualTo("seen 3 created 3 updated 0 unchanged 0 skipped 0 failed 0");
        assertThat(titles(person)).containsExactlyInAnyOrder("Single", "Daily", "Changed", "Daily", "Swimming");
        assertThat(person.api().get("/api/v1/calendars").body().get("items").findValuesAsText("name"))
                .contains("Sport");
    }

    @Test
    void x04ASecondRunChangesNothing() {
        var person = somebody();
        exchange.mailbox(person.address()).holding(item("Single"), daily("Daily"));
        moved(person, "");
        var before = tokens(person);
        assertThat(counts(moved(person, ""))).isEqualTo("seen 2 created 0 updated 0 unchanged 2 skipped 0 failed 0");
        assertThat(tokens(person)).isEqualTo(before);
    }

    private static List<String> tokens(Person person) {
        return person.dav()
                .propfind("/dav/calendars/" + person.login() + "/", 1, "<D:sync-token/>")
                .texts("//D:sync-token");
    }

    @Test
    void whatChangedInExchangeIsTakenAnew() {
        var person = somebody();
        var item = item("Single");
        exchange.mailbox(person.address()).holding(item, item("Other"));
        moved(person, "");
        item.with("Subject", "Renamed");
        assertThat(counts(moved(person, ""))).isEqualTo("seen 2 created 0 updated 1 unchanged 1 skipped 0 failed 0");
        assertThat(titles(person)).containsExactlyInAnyOrder("Renamed", "Other");
    }

    @Test
    void x03ADryRunWritesNothingAndTellsTheSameNumbers() {
        var person = somebody();
        exchange.mailbox(person.address())
                .with("Sport", 1)
                .holding(item("Single"), daily("Daily"))
                .holding("own-3", item("Swimming"));
        var rehearsal = moved(person, ",\"dryRun\":true");
        assertThat(titles(person)).isEmpty();
        assertThat(person.api().get("/api/v1/calendars").body().get("items")).hasSize(1);
        assertThat(counts(moved(person, ""))).isEqualTo(counts(rehearsal));
    }

    @Test
    void x05AMailboxThatCannotBeMovedSaysWhyAndOthersGoOn() {
        var missing = somebody();
        var forbidden = somebody();
        var fine = somebody();
        exchange.mailbox(forbidden.address()).holding(item("Hers"));
        exchange.forbid(forbidden.address());
        exchange.mailbox(fine.address()).holding(item("His"));
        var jobs = start("", missing.address(), forbidden.address(), fine.address())
                .body()
                .get("jobs");
        assertThat(when(jobs.get(0).get("id").asText(), "failed").get("problem").asText())
                .contains("no mailbox of this address");
        assertThat(when(jobs.get(1).get("id").asText(), "failed").get("problem").asText())
                .contains("ApplicationImpersonation");
        when(jobs.get(2).get("id").asText(), "done");
        assertThat(titles(fine)).containsExactly("His");
    }

    @Test
    void x06ABusyExchangeIsLeftAloneForAsLongAsItSays() {
        var person = somebody();
        exchange.mailbox(person.address()).holding(item("Single"));
        exchange.is(Mood.BUSY);
        var before = Instant.now();
        var waiting = when(begun(person, ""), "waiting");
        assertThat(Instant.parse(waiting.get("waitsUntil").asText()))
                .isBetween(before.plusMillis(297_749), Instant.now().plusMillis(297_749));
        exchange.is(Mood.WELL);
        assertThat(admin.post(MIGRATIONS + "/" + waiting.get("id").asText() + "/stop", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void x07OneBadItemIsToldOfAndTheOthersAreTaken() {
        var person = somebody();
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, 49).forEach(i -> mailbox.holding(item("Good " + i)));
        mailbox.holding(item("Bad").with("End", "2026-12-01T05:00:00Z"));
        var job = moved(person, "");
        assertThat(counts(job)).isEqualTo("seen 50 created 49 updated 0 unchanged 0 skipped 0 failed 1");
        var noted = noted(job.get("id").asText());
        assertThat(noted.findValuesAsText("title")).containsExactly("Bad");
        assertThat(noted.get(0).get("reason").asText()).contains("ends before it begins");
    }

    @Test
    void x08APlaceThatExchangeForgotIsItsBeginningAndNothingIsDoubled() {
        var person = somebody();
        var mailbox = exchange.mailbox(person.address());
        IntStream.range(0, 250).forEach(i -> mailbox.holding(item("Item " + i)));
        mailbox.forgetOnce();
        var counts = moved(person, "").get("counts");
        assertThat(counts.get("created").asInt()).isEqualTo(250);
        assertThat(counts.get("unchanged").asInt()).isEqualTo(100);
        assertThat(titles(person)).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void x11CopiesOfOneMeetingInSeveralMailboxesAreOneMeeting() {
        var organizer = somebody();
        var guest = somebody();
        var uid = "meeting-" + organizer.login();
        exchange.mailbox(organizer.address()).holding(meeting(uid, organizer, guest, "Organizer"));
        exchange.mailbox(guest.address()).holding(meeting(uid, organizer, guest, "Accept"));
        moved(organizer, "");
        moved(guest, "");
        for (var person : new Person[] {organizer, guest}) {
            var event = person.api()
                    .get("/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z")
                    .body()
                    .get("items");
            assertThat(event).hasSize(1);
            assertThat(event.get(0).toString()).contains(uid);
        }
    }

    private static SimItem meeting(String uid, Person organizer, Person guest, String answer) {
        return item("Meeting")
                .with("UID", uid)
                .with("IsMeeting", "true")
                .with("MyResponseType", answer)
                .with("Organizer", mailbox(organizer))
                .with(
                        "RequiredAttendees",
                        "<t:Attendee>" + mailbox(guest) + "<t:ResponseType>Accept</t:ResponseType></t:Attendee>");
    }

    private static String mailbox(Person person) {
        return "<t:Mailbox><t:Name>" + person.login() + "</t:Name><t:EmailAddress>" + person.address()
                + "</t:EmailAddress></t:Mailbox>";
    }

    @Test
    void theWindowLeavesWhatIsOverAndWhatComesLater() {
        var person = somebody();
        exchange.mailbox(person.address())
                .holding(
                        SimItem.named("Over", "2025-12-01T06:00:00Z", "2025-12-01T07:00:00Z"),
                        item("Within"),
                        daily("Series").with("Start", "2026-11-30T06:00:00Z").with("End", "2026-11-30T07:00:00Z"),
                        SimItem.named("Later", "2027-12-01T06:00:00Z", "2027-12-01T07:00:00Z"));
        var job = moved(person, ",\"from\":\"2026-12-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"");
        assertThat(counts(job)).isEqualTo("seen 4 created 2 updated 0 unchanged 0 skipped 2 failed 0");
        assertThat(noted(job.get("id").asText()).findValuesAsText("title")).containsExactlyInAnyOrder("Over", "Later");
    }

    @Test
    void aJobIsPausedResumedStoppedAndRetried() {
        var person = somebody();
        exchange.mailbox(person.address()).holding(item("Single"));
        exchange.is(Mood.BUSY);
        var id = begun(person, "");
        when(id, "waiting");
        assertThat(turn(id, "pause").body().get("state").asText()).isEqualTo("paused");
        assertThat(turn(id, "pause").status()).isEqualTo(409);
        assertThat(start("", person.address())
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
        when(id, "done");
        assertThat(titles(person)).containsExactly("Single");
        assertThat(turn(id, "retry").status()).isEqualTo(409);
    }

    private Answer turn(String id, String turn) {
        return admin.post(MIGRATIONS + "/" + id + "/" + turn, "");
    }

    @Test
    void aBadListIsRefusedAddressByAddressAndChangesNothing() {
        var person = somebody();
        exchange.mailbox(person.address());
        var answer = start("", "no address", "stranger@elsewhere.test", person.address(), person.address());
        assertThat(answer.body().get("jobs")).hasSize(1);
        assertThat(answer.body().get("refused").findValuesAsText("reason"))
                .containsExactly("It is not a mail address", "Nobody here has that address");
        assertThat(admin.post(MIGRATIONS, "{\"mailboxes\":[]}").status()).isEqualTo(400);
        assertThat(admin.post(MIGRATIONS, "{}").status()).isEqualTo(400);
        assertThat(start(",\"from\":\"tomorrow\"", person.address()).status()).isEqualTo(400);
        assertThat(start(",\"from\":\"2027-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"", person.address())
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
        var person = somebody();
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
