package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.exchange.sim.SimMailbox;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Partner;
import org.kalends.support.Person;

/** A mailbox and a home that are kept the same. */
class ExchangeSyncIT {

    private static final String SUBSCRIPTIONS = "/api/v1/admin/exchange/subscriptions";
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final KeptSame both = new KeptSame(server, exchange, "both");
    private final Person person = both.person;
    private final SimMailbox mailbox = both.mailbox;

    @AfterEach
    void keepsToTheSchemaAndSendsNoMail() {
        admin.delete(SUBSCRIPTIONS + "/" + person.address(), "");
        assertThat(exchange.violations()).isEmpty();
        assertThat(exchange.mails()).isZero();
    }

    private Answer subscribe(String... addresses) {
        return admin.post(SUBSCRIPTIONS, "{\"mailboxes\":[\"" + String.join("\",\"", addresses) + "\"]}");
    }

    /** Both are the same, and Exchange calls when they are not. */
    private void subscribed() {
        var asked = subscribe(person.address());
        assertThat(asked.body().get("refused")).as(asked.raw().body()).isEmpty();
        both.settled();
        assertThat(exchange.calls(person.address())).isTrue();
    }

    private int outbound() {
        return both.rows("ews_outbound");
    }

    private int events() {
        return both.rows("calendar_object");
    }

    private List<JsonNode> here() {
        return items(
                person.api().get("/api/v1/events?expand=attendees&from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z"));
    }

    private List<String> titles() {
        return here().stream().map(event -> event.get("title").asText()).toList();
    }

    private void comesHere(String... titles) {
        await().atMost(SOON).untilAsserted(() -> assertThat(titles()).containsExactlyInAnyOrder(titles));
    }

    private List<String> subjects() {
        return mailbox.items().stream().map(item -> item.content("Subject")).toList();
    }

    private void comesThere(String... subjects) {
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects())
                .as(() -> exchange.violations() + " " + both.subscription() + " "
                        + admin.get(SUBSCRIPTIONS + "/" + person.address() + "/notes")
                                .body())
                .containsExactlyInAnyOrder(subjects));
    }

    private Answer plan(String title) {
        var made = person.plan(timed(title, DAY, "10:00", "11:00"));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private Answer now(Answer event) {
        return person.api().get(path(event));
    }

    private Answer change(Answer event, String patch) {
        var changed = person.api().patch(path(event), now(event).etag(), patch);
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        return changed;
    }

    private static SimItem item(String subject) {
        return SimItem.named(subject, "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z");
    }

    @Test
    void x16OnlyMailboxesThatExchangeHasAreKeptTheSame() {
        var stranger = Person.on(server, "only", "en");
        var asked = subscribe(person.address(), stranger.address(), "nobody@kalends.test", "no address");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().get("subscriptions").findValuesAsText("mailbox"))
                .containsExactly(person.address());
        assertThat(asked.body().get("refused").findValuesAsText("reason"))
                .containsExactly(
                        "Exchange has no mailbox of this address",
                        "Nobody here has that address",
                        "It is not a mail address");
        assertThat(subscribe(person.address()).body().get("refused").findValuesAsText("reason"))
                .containsExactly("It is kept the same already");
        assertThat(admin.get(SUBSCRIPTIONS + "/" + stranger.address()).status()).isEqualTo(404);
        assertThat(admin.post(SUBSCRIPTIONS, "{}").status()).isEqualTo(400);
        assertThat(person.api().get(SUBSCRIPTIONS).status()).isEqualTo(403);
    }

    @Test
    void x17WhatChangesThereIsHereSoon() {
        var known = item("Known");
        mailbox.holding(known);
        subscribed();
        int written = exchange.writes();
        comesHere("Known");
        var fresh = item("Fresh");
        mailbox.holding(fresh);
        comesHere("Known", "Fresh");
        mailbox.changed(known.with("Subject", "Renamed"));
        comesHere("Renamed", "Fresh");
        mailbox.remove(fresh);
        comesHere("Renamed");
        assertThat(exchange.writes()).as("nothing of it is written back").isEqualTo(written);
    }

    @Test
    void x21WhatChangesHereIsThereSoon() {
        subscribed();
        var event = plan("Planned");
        comesThere("Planned");
        var item = mailbox.items().get(0);
        assertThat(item.content("Start")).isEqualTo("2026-12-01T07:00:00Z");
        assertThat(item.content("UID")).isEqualTo(event.body().get("uid").asText());
        change(event, "{\"title\":\"Moved\",\"location\":\"Attic\"}");
        comesThere("Moved");
        assertThat(item.content("Location")).isEqualTo("Attic");
        person.api().delete(path(event), now(event).etag());
        comesThere();
    }

    @Test
    void whatHappensToSingleInstancesHereHappensThere() {
        subscribed();
        var series = person.plan(repeating(timed("Daily", DAY, "10:00", "11:00"), "FREQ=DAILY;COUNT=5"));
        comesThere("Daily");
        var second = "?scope=this&instance=2026-12-02T07:00:00Z";
        var changed = person.api().patch(path(series) + second, series.etag(), "{\"title\":\"Other\"}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        var left = person.api().delete(path(series) + "?scope=this&instance=2026-12-03T07:00:00Z", changed.etag());
        assertThat(left.status()).isEqualTo(204);
        var item = mailbox.items().get(0);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(item.content("ModifiedOccurrences")).contains("OriginalStart>2026-12-02T07:00:00Z<");
            assertThat(item.content("DeletedOccurrences")).contains("Start>2026-12-03T07:00:00Z<");
        });
        both.settled();
        comesHere("Daily", "Other", "Daily", "Daily");
    }

    @Test
    void anotherKeyWithoutAnotherWordIsNoChangeOfTheirs() {
        subscribed();
        var series = person.plan(repeating(timed("Daily", DAY, "10:00", "11:00"), "FREQ=DAILY;COUNT=3"));
        comesThere("Daily");
        both.settled();
        var item = mailbox.items().get(0);
        both.apart(() -> {
            mailbox.changed(item.with("LastModifiedTime", "2030-01-01T00:00:00Z"));
            person.api()
                    .delete(
                            path(series) + "?scope=this&instance=2026-12-02T07:00:00Z",
                            now(series).etag());
        });
        await().atMost(Duration.ofMinutes(1))
                .until(() -> item.content("DeletedOccurrences").contains("Start>2026-12-02T07:00:00Z<"));
        both.settled();
        assertThat(titles()).containsExactly("Daily", "Daily");
    }

    @Test
    void x22AfterAThousandChangesOnBothSidesThereIsSilence() {
        subscribed();
        for (int i = 0; i < 500; i++) {
            plan("Here " + i);
            mailbox.holding(item("There " + i));
        }
        await().atMost(Duration.ofMinutes(4))
                .until(() -> events() == 1_000 && subjects().size() == 1_000);
        both.settled();
        int written = exchange.writes();
        assertThat(admin.post(SUBSCRIPTIONS + "/" + person.address() + "/resync", "")
                        .status())
                .isEqualTo(200);
        quiet();
        assertThat(exchange.writes()).isEqualTo(written);
        assertThat(events()).isEqualTo(1_000);
        assertThat(subjects()).hasSize(1_000);
    }

    /** Looked at once more, from the beginning. */
    private void quiet() {
        var before = both.subscription().get("syncedAt").asText();
        admin.post(SUBSCRIPTIONS + "/" + person.address() + "/resync", "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !both.subscription().get("syncedAt").asText().equals(before) && outbound() == 0);
    }

    private Answer call(String url, String type, String body) {
        return ApiClient.anonymous(server).postAs(type, url, body);
    }

    @Test
    void x18CallsOfNobodyAreNotListenedTo() {
        subscribed();
        var url = exchange.callback(person.address()).toString();
        var notice = exchange.notice(person.address());
        assertThat(call(url, "text/xml", notice).raw().body()).contains(">OK<");
        assertThat(call(url + "x", "text/xml", notice).status()).isEqualTo(404);
        assertThat(call(url, "text/xml", notice.replace("promise-", "other-"))
                        .raw()
                        .body())
                .contains(">Unsubscribe<");
        assertThat(admin.delete(SUBSCRIPTIONS + "/" + person.address(), "").status())
                .isEqualTo(204);
        assertThat(call(url, "text/xml", notice).raw().body()).contains(">Unsubscribe<");
    }

    @Test
    void x19CallsThatMakeNoSenseAreRefused() {
        subscribed();
        var url = exchange.callback(person.address()).toString();
        var dtd = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + exchange.notice(person.address());
        assertThat(call(url, "text/xml", dtd).status()).isEqualTo(400);
        assertThat(call(url, "text/xml", "{}").status()).isEqualTo(400);
        assertThat(call(url, "text/xml", "").status()).isEqualTo(400);
        assertThat(call(url, "text/xml", "<a>" + "x".repeat(10 << 20) + "</a>").status())
                .isEqualTo(413);
        assertThat(ApiClient.anonymous(server).get(url).status()).isEqualTo(405);
    }

    @Test
    void x20WhoIsSilentForTooLongIsAskedAnew() {
        subscribed();
        exchange.forgetToCall(person.address());
        mailbox.holding(item("Missed"));
        server.database().useHandle(handle -> handle.createUpdate(
                        "update ews_subscription set heard_at = heard_at - interval '3 minutes',"
                                + " due = clock_timestamp() where home_id = :home::uuid")
                .bind("home", person.id())
                .execute());
        comesHere("Missed");
        assertThat(exchange.calls(person.address())).isTrue();
        mailbox.holding(item("Called"));
        comesHere("Missed", "Called");
    }

    @Test
    void x24WhatWasChangedOutlivesWhatWasDeleted() {
        var first = item("First");
        var second = item("Second");
        mailbox.holding(first, second);
        subscribed();
        comesHere("First", "Second");
        both.apart(() -> {
            rename("First", "First, changed here");
            mailbox.remove(first);
            deleteHere("Second");
            mailbox.changed(second.with("Subject", "Second, changed there"));
        });
        comesHere("First, changed here", "Second, changed there");
        comesThere("First, changed here", "Second, changed there");
        assertThat(noted()).containsExactlyInAnyOrder("kept-alive", "kept-alive");
    }

    private JsonNode named(String title) {
        return here().stream()
                .filter(event -> event.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void rename(String title, String other) {
        var event = person.api().get("/api/v1/events/" + named(title).get("id").asText());
        change(event, "{\"title\":\"" + other + "\"}");
    }

    private void deleteHere(String title) {
        var event = person.api().get("/api/v1/events/" + named(title).get("id").asText());
        assertThat(person.api().delete(path(event), event.etag()).status()).isEqualTo(204);
    }

    private List<String> noted() {
        return admin.get(SUBSCRIPTIONS + "/" + person.address() + "/notes")
                .body()
                .get("items")
                .findValuesAsText("kind");
    }

    @Test
    void x23WhoChangedItLaterIsRightAndTheOtherIsNoted() {
        var old = item("Theirs");
        var young = item("Ours");
        mailbox.holding(old, young);
        subscribed();
        comesHere("Theirs", "Ours");
        both.apart(() -> {
            rename("Theirs", "Theirs, changed here");
            mailbox.changed(
                    old.with("Subject", "Theirs, changed there").with("LastModifiedTime", "2036-01-01T00:00:00Z"));
            mailbox.changed(young.with("Subject", "Ours, changed there"));
            rename("Ours", "Ours, changed here");
        });
        comesHere("Theirs, changed there", "Ours, changed here");
        comesThere("Theirs, changed there", "Ours, changed here");
        assertThat(noted()).containsExactlyInAnyOrder("ours-kept", "theirs-kept");
    }

    @Test
    void x23WhatIsJustBeingSavedHereIsNotOverwrittenUnseen() {
        var both = item("Both");
        mailbox.holding(both);
        subscribed();
        comesHere("Both");
        CompletableFuture<Void> saving;
        try (var slow = server.database().open()) {
            slow.begin();
            slow.execute(
                    "insert into ews_outbound (home_id, uid, since) select home_id, uid, now() from calendar_object"
                            + " where home_id = ?::uuid",
                    person.id());
            saving = CompletableFuture.runAsync(() -> rename("Both", "Both, changed here"));
            someWait(1);
            mailbox.changed(
                    both.with("Subject", "Both, changed there").with("LastModifiedTime", "2036-01-01T00:00:00Z"));
            someWait(2);
            slow.rollback();
        }
        saving.join();
        comesHere("Both, changed there");
        assertThat(noted()).containsExactly("theirs-kept");
    }

    /** For a row that another transaction has. */
    private void someWait(int least) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> server.database().withHandle(handle -> handle.createQuery(
                                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .mapTo(Integer.class)
                                .one())
                        >= least);
    }

    @Test
    void x25AnAnswerGivenHereIsGivenThere() {
        var organizer = Person.on(server, "asks", "en");
        mailbox.holding(item("Invited").asking(person.address(), organizer.address()));
        subscribed();
        comesHere("Invited");
        var event = "/api/v1/events/" + named("Invited").get("id").asText();
        assertThat(person.api()
                        .put(event + "/answer", "{\"status\":\"accepted\"}")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON)
                .until(() -> mailbox.items().size() == 1
                        && mailbox.items().get(0).content("MyResponseType").equals("Accept"));
        both.compared();
        assertThat(attendee(named("Invited"), person.address()).get("status").asText())
                .isEqualTo("accepted");
        int written = exchange.writes();
        quiet();
        assertThat(exchange.writes()).isEqualTo(written);
    }

    @Test
    void x25AnAnswerGivenThereIsToldToWhoAsksHere() {
        var organizer = Person.on(server, "asks", "en");
        var meeting = organizer.plan(inviting(timed("Asked", DAY, "10:00", "11:00"), person.address()));
        comesHere("Asked");
        subscribed();
        comesThere("Asked");
        var copy = mailbox.items().get(0);
        mailbox.changed(copy.asking(person.address(), organizer.address()).with("MyResponseType", "Decline"));
        await().atMost(SOON)
                .until(() -> attendee(organizer.api().get(path(meeting)).body(), person.address())
                        .get("status")
                        .asText()
                        .equals("declined"));
    }

    @Test
    void whatSomebodyElseOrganizesIsNotChangedThere() {
        var organizer = Person.on(server, "asks", "en");
        organizer.plan(inviting(timed("Asked", DAY, "10:00", "11:00"), person.address()));
        comesHere("Asked");
        subscribed();
        comesThere("Asked");
        both.settled();
        mailbox.changed(mailbox.items().get(0).with("Subject", "Mine"));
        comesThere("Asked");
        comesHere("Asked");
        assertThat(noted()).containsExactly("ours-kept");
        assertThat(attendee(here().get(0), person.address())).isNotNull();
    }

    @Test
    void x26WhatGetsAnotherIdIsNotDoubled() {
        var before = item("Moved about");
        mailbox.holding(before);
        subscribed();
        comesHere("Moved about");
        both.apart(() -> {
            mailbox.holding(before.moved());
            mailbox.remove(before);
        });
        comesHere("Moved about");
        rename("Moved about", "Renamed here");
        comesThere("Renamed here");
    }

    private String calendarOf(String title) {
        return here().stream()
                .filter(event -> event.get("title").asText().equals(title))
                .map(event -> event.get("calendarId").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void x26WhatIsMovedToAnotherFolderIsTheSameEventInAnotherCalendar() {
        mailbox.with("Sport", 1);
        var before = item("Swimming");
        mailbox.holding(before).holding("own-3", item("Running"));
        subscribed();
        comesHere("Swimming", "Running");
        var id = now("Swimming").get("id").asText();
        var sport = calendarOf("Running");
        var after = before.moved();
        mailbox.move(before, "own-3", after);
        await().atMost(SOON).until(() -> calendarOf("Swimming").equals(sport));
        comesHere("Swimming", "Running");
        assertThat(now("Swimming").get("id").asText())
                .as("it is the same event")
                .isEqualTo(id);
        mailbox.forgetOnce();
        var back = after.moved();
        mailbox.move(after, "calendar", back);
        await().atMost(SOON).until(() -> !calendarOf("Swimming").equals(sport));
        assertThat(now("Swimming").get("id").asText()).isEqualTo(id);
        mailbox.changed(back.with("Subject", "Diving"));
        comesHere("Diving", "Running");
    }

    private JsonNode now(String title) {
        return here().stream()
                .filter(event -> event.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void x26WhatIsMovedToAnotherCalendarHereIsInAnotherFolderThere() {
        mailbox.with("Sport", 1).holding("own-3", item("Running"));
        subscribed();
        comesHere("Running");
        var event = plan("Swimming");
        comesThere("Swimming");
        both.settled();
        var moved = person.api()
                .patch(path(event), now(event).etag(), "{\"calendarId\":\"" + calendarOf("Running") + "\"}");
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> mailbox.of("own-3").size() == 2 && mailbox.items().isEmpty());
        both.settled();
        mailbox.changed(mailbox.of("own-3").get(1).with("Subject", "Diving"));
        comesHere("Running", "Diving");
        change(event, "{\"title\":\"Rowing\"}");
        await().atMost(SOON)
                .until(() -> mailbox.of("own-3").get(1).content("Subject").equals("Rowing"));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void x27WhatWasMadeBeforeACrashIsFoundAgain() {
        subscribed();
        plan("Made");
        comesThere("Made");
        both.settled();
        server.database().useHandle(handle -> {
            handle.createUpdate(
                            "insert into ews_outbound (home_id, uid, since, attempted) select home_id, uid, now(), true"
                                    + " from ews_map where home_id = :home::uuid")
                    .bind("home", person.id())
                    .execute();
            handle.createUpdate("delete from ews_map where home_id = :home::uuid")
                    .bind("home", person.id())
                    .execute();
        });
        both.settled();
        assertThat(subjects()).containsExactly("Made");
        rename("Made", "Made once");
        comesThere("Made once");
    }

    @Test
    void x28WhatAMailTellsOfIsFetched() {
        subscribed();
        exchange.forgetToCall(person.address());
        var item = item("Fetched");
        mailbox.holding(item);
        var partner = new Partner(server);
        var cancellation = "BEGIN:VEVENT\nUID:" + item.content("UID") + "\nDTSTAMP:20261125T000000Z\nSEQUENCE:0\n"
                + "DTSTART:20261205T100000Z\nORGANIZER:mailto:" + partner.address() + "\nATTENDEE:mailto:"
                + person.address() + "\nEND:VEVENT";
        assertThat(titles()).isEmpty();
        partner.sends("CANCEL", person.address(), cancellation);
        comesHere("Fetched");
    }

    @Test
    void x29AfterAPauseNothingIsDoubled() {
        mailbox.holding(item("There"));
        subscribed();
        plan("Here");
        comesHere("There", "Here");
        comesThere("There", "Here");
        both.settled();
        assertThat(admin.delete(SUBSCRIPTIONS + "/" + person.address(), "").status())
                .isEqualTo(204);
        assertThat(admin.delete(SUBSCRIPTIONS + "/" + person.address(), "").status())
                .isEqualTo(404);
        mailbox.changed(mailbox.items().get(0).with("Subject", "There, later"));
        rename("Here", "Here, later");
        subscribed();
        comesHere("There, later", "Here, later");
        comesThere("There, later", "Here, later");
    }
}
