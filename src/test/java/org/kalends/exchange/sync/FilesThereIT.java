package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.FaultyServer;
import org.kalends.support.SharedDisk;

/** X12, the other way: files of events here hang on the items there. */
class FilesThereIT {

    @RegisterExtension
    static final SharedDisk DISK = new SharedDisk();

    private final KeptSame both =
            new KeptSame(FaultyServer.shared().server(), FaultyServer.shared().exchange(), "files");

    @AfterEach
    void ends() {
        both.close();
    }

    private static ConditionFactory awaited() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Answer planned() {
        return planned("Paper");
    }

    private Answer planned(String... subjects) {
        var made = both.person.plan(timed("Paper", LocalDate.of(2026, 12, 1), "10:00", "11:00"));
        awaited().untilAsserted(() -> assertThat(both.subjects()).containsExactlyInAnyOrder(subjects));
        return made;
    }

    private String attach(Answer event, String name, byte[] octets) {
        var attached = both.person.api().upload(path(event) + "/attachments", "file", name, octets);
        assertThat(attached.status()).as(attached.raw().body()).isEqualTo(201);
        return attached.body().get("id").asText();
    }

    private SimItem item() {
        return both.mailbox.items().get(0);
    }

    private List<String> files(Answer event) {
        JsonNode files = both.person.api().get(path(event)).body().get("attachments");
        return files == null ? List.of() : files.findValuesAsText("name");
    }

    private void hang(String... names) {
        awaited().untilAsserted(() -> assertThat(item().attachments()).containsExactlyInAnyOrder(names));
        both.settled();
    }

    @Test
    void aFileComesAndGoesThereAsItDoesHere() {
        both.begin();
        var event = planned();
        var plan = attach(event, "план.txt", text("A plan"));
        attach(event, "more.txt", text("More"));
        hang("план.txt", "more.txt");
        assertThat(item().attached("план.txt")).isEqualTo("A plan");
        int written = both.exchange.writes();
        both.compared();
        assertThat(both.exchange.writes()).as("it is not written again").isEqualTo(written);
        assertThat(both.mailbox.given()).as("nor brought back").isZero();
        assertThat(files(event)).containsExactly("план.txt", "more.txt");
        var now = both.person.api().get(path(event));
        both.person.api().delete(path(event) + "/attachments/" + plan, now.etag());
        hang("more.txt");
        assertThat(files(event)).containsExactly("more.txt");
    }

    private static final String SECOND = "2026-12-02T07:00:00Z";

    private Answer daily() {
        var made = both.person.plan(
                repeating(timed("Paper", LocalDate.of(2026, 12, 1), "10:00", "11:00"), "FREQ=DAILY;COUNT=3"));
        awaited().until(() -> both.subjects().equals(List.of("Paper")));
        return made;
    }

    private List<String> filesOfSecond(Answer event) {
        return both.person
                .api()
                .get(path(event) + "?instance=" + SECOND)
                .body()
                .get("attachments")
                .findValuesAsText("name");
    }

    private SimItem second() {
        return both.mailbox.instanceAt(item(), Instant.parse(SECOND));
    }

    @Test
    void aFileOfOneInstanceHangsOnThatInstance() {
        both.begin();
        var event = daily();
        attach(event, "all.txt", text("All"));
        hang("all.txt");
        var attached = both.person
                .api()
                .upload(path(event) + "/attachments?instance=" + SECOND, "file", "own.txt", text("Own"));
        assertThat(attached.status()).as(attached.raw().body()).isEqualTo(201);
        awaited().untilAsserted(() -> assertThat(second().attachments())
                .containsExactlyInAnyOrder("all.txt", "own.txt"));
        hang("all.txt");
        both.compared();
        int written = both.exchange.writes();
        both.compared();
        assertThat(both.exchange.writes()).isEqualTo(written);
        assertThat(both.mailbox.given()).isZero();
        assertThat(filesOfSecond(event)).containsExactlyInAnyOrder("all.txt", "own.txt");
        assertThat(files(event)).containsExactly("all.txt");
    }

    @Test
    void anInstanceThatChangesHereKeepsTheFilesOfItsSeries() {
        both.begin();
        var event = daily();
        attach(event, "all.txt", text("All"));
        hang("all.txt");
        both.compared(); // what tells of the file is here by then
        var now = both.person.api().get(path(event));
        var changed = both.person
                .api()
                .patch(path(event) + "?scope=this&instance=" + SECOND, now.etag(), "{\"title\":\"Other\"}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        awaited().until(() -> second().content("Subject").equals("Other"));
        both.settled().compared();
        assertThat(filesOfSecond(event)).containsExactly("all.txt");
        assertThat(both.mailbox.given()).isZero();
    }

    @Test
    void whatIsTakenOffThereIsTakenOffHere() {
        both.begin();
        var event = planned();
        attach(event, "plan.txt", text("A plan"));
        hang("plan.txt");
        both.mailbox.changed(item().bare());
        awaited().untilAsserted(() -> assertThat(files(event)).isEmpty());
    }

    @Test
    void aFileOfExchangeThatIsTakenOffHereIsTakenOffThere() {
        both.mailbox.holding(SimItem.named("Theirs", "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z")
                .attached("theirs.txt", text("Theirs"))
                .attached("stays.txt", text("Stays")));
        both.begin();
        awaited().until(() -> both.events().size() == 1);
        var event = both.person
                .api()
                .get("/api/v1/events/" + both.events().get(0).get("id").asText());
        var id = event.body().get("attachments").get(0).get("id").asText();
        both.person.api().delete(path(event) + "/attachments/" + id, event.etag());
        hang("stays.txt");
        assertThat(files(event)).containsExactly("stays.txt");
    }

    @Test
    void whatExchangeWillNotHaveStaysHereAndIsToldOf() {
        both.begin();
        var event = planned();
        attach(event, "huge.bin", new byte[(2 << 20) + 1]);
        attach(event, "small.txt", text("Small"));
        hang("small.txt");
        assertThat(both.notes()).contains("huge.bin stays here: ErrorAttachmentSizeLimitExceeded");
        assertThat(files(event)).containsExactly("huge.bin", "small.txt");
    }

    @Test
    void namesThatAreNoFilesOfOursHinderNothing() {
        both.begin();
        var text = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//test",
                "BEGIN:VEVENT",
                "UID:foreign-files",
                "DTSTAMP:20261101T000000Z",
                "DTSTART:20261201T090000Z",
                "SUMMARY:Foreign",
                "ATTACH;MANAGED-ID=not-a-file:https://example.org/a.txt",
                "ATTACH:https://example.org/b.txt",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        var imported = both.person.api().postAs("text/calendar", "/api/v1/calendars/default/import", text);
        assertThat(imported.status()).as(imported.raw().body()).isLessThan(300);
        planned("Paper", "Foreign");
        both.settled();
        assertThat(both.mailbox.items()).allMatch(item -> item.attachments().isEmpty());
    }

    @Test
    void whatWasHungThereBeforeWeDiedIsFoundAndNotDoubled() {
        both.begin();
        var event = planned();
        attach(event, "plan.txt", text("A plan"));
        hang("plan.txt");
        both.server.database().useHandle(handle -> {
            for (var forgotten : List.of(
                    "delete from ews_file where home_id = :home::uuid",
                    "update ews_map set change_key = 'older' where home_id = :home::uuid"))
                handle.createUpdate(forgotten).bind("home", both.person.id()).execute();
        });
        both.mailbox.changed(item().with("Location", "Attic"));
        awaited().untilAsserted(() -> assertThat(both.rows("ews_file")).isEqualTo(1));
        both.compared();
        assertThat(files(event)).containsExactly("plan.txt");
        assertThat(item().attachments()).containsExactly("plan.txt");
        assertThat(both.mailbox.given()).isZero();
    }

    @Test
    void aFileThatComesWhileTheItemChangesThereIsHungAllTheSame() {
        both.begin();
        var event = planned();
        both.settled();
        item().with("Subject", "Renamed there"); // seen with the next change only
        attach(event, "plan.txt", text("A plan"));
        both.mailbox.changed(item());
        hang("plan.txt");
        awaited().untilAsserted(() -> assertThat(both.titles()).containsExactly("Renamed there"));
    }
}
