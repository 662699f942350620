package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.exchange.migration.Moves.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.DiskGate.Mood;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;
import org.kalends.support.SharedDisk;

/** X12: what hangs on items of Exchange. */
class MigrationFilesIT {

    @RegisterExtension
    static final SharedDisk DISK = new SharedDisk();

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final Moves moves = new Moves(server, ApiClient.loggedIn(server, "admin"));
    private final Person person = moves.somebody();

    @AfterEach
    void keepsToTheSchema() {
        assertThat(exchange.violations()).isEmpty();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] many(int octets) {
        var all = new byte[octets];
        IntStream.range(0, octets).forEach(i -> all[i] = (byte) (i * 31 + i / 257));
        return all;
    }

    private JsonNode event() {
        var range = "/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z";
        var items = person.api().get(range).body().get("items");
        assertThat(items).hasSize(1);
        return person.api()
                .get("/api/v1/events/" + items.get(0).get("id").asText())
                .body();
    }

    private JsonNode files() {
        return event().get("attachments");
    }

    private byte[] octets(JsonNode file) {
        var path = "/dav/attachments/" + file.get("id").asText() + "/x";
        return person.dav().send("GET", path, "").octets();
    }

    @Test
    void x12FilesItemsAndPicturesOfAnItemAreFilesOfTheEvent() {
        var picture = many(3_000_000);
        exchange.mailbox(person.address())
                .holding(item("With files")
                        .attached("план.txt", text("A plan"))
                        .attachedItem("Re: lunch", text("From: a@b.test\r\nSubject: lunch\r\n\r\nYes.\r\n"))
                        .attachedItem("Lunch", text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"))
                        .attached("image001.png", picture));
        var job = moves.moved(person, "");
        assertThat(moves.noted(job.get("id").asText())).isEmpty();
        var files = files();
        assertThat(files.findValuesAsText("name"))
                .containsExactly("план.txt", "Re: lunch.eml", "Lunch.ics", "image001.png");
        assertThat(octets(files.get(0))).isEqualTo(text("A plan"));
        assertThat(octets(files.get(3))).isEqualTo(picture);
    }

    @Test
    void x12WhatCannotBeHadHereStaysThereAndIsToldOf() {
        var item = item("With much");
        IntStream.range(0, 21).forEach(i -> item.attached("file" + i + ".txt", text("File " + i)));
        exchange.mailbox(person.address()).holding(item.attached("huge.bin", many((25 << 20) + 1)));
        var noted = moves.noted(moves.moved(person, "").get("id").asText());
        assertThat(noted.get(0).get("reason").asText())
                .contains(
                        "file20.txt stays in Exchange: an event may have 20 files at most",
                        "huge.bin stays in Exchange: a file may have 25 MiB at most");
        assertThat(files()).hasSize(20);
    }

    @Test
    void filesAreBroughtOnceAndThoseOfPeopleHereStay() {
        var mailbox = exchange.mailbox(person.address());
        var item = item("First").attached("theirs.txt", text("Theirs"));
        mailbox.holding(item);
        moves.moved(person, "");
        var path = "/api/v1/events/" + event().get("id").asText() + "/attachments";
        assertThat(person.api().upload(path, "file", "ours.txt", text("Ours")).status())
                .isEqualTo(201);
        item.with("Subject", "Second").attached("more.txt", text("More"));
        moves.moved(person, "");
        assertThat(event().get("title").asText()).isEqualTo("Second");
        assertThat(files().findValuesAsText("name")).containsExactly("theirs.txt", "more.txt", "ours.txt");
        assertThat(mailbox.given()).isEqualTo(2);
        item.bare();
        moves.moved(person, "");
        assertThat(files().findValuesAsText("name")).containsExactly("ours.txt");
    }

    @Test
    void whileFilesCannotBeKeptTheMoveWaits() {
        exchange.mailbox(person.address()).holding(item("With a file").attached("plan.txt", text("A plan")));
        FaultyServer.shared().disk().fall(Mood.AWAY);
        var id = moves.begun(person, "");
        assertThat(moves.when(id, "waiting").get("problem").asText()).startsWith("plan.txt cannot be kept");
        FaultyServer.shared().disk().fall(Mood.WELL);
        moves.when(id, "done");
        assertThat(files().findValuesAsText("name")).containsExactly("plan.txt");
    }

    @Test
    void aDryRunBringsNoFiles() {
        var mailbox = exchange.mailbox(person.address());
        mailbox.holding(item("With a file").attached("plan.txt", text("A plan")));
        var job = moves.moved(person, ",\"dryRun\":true");
        assertThat(Moves.counts(job)).isEqualTo("seen 1 created 1 updated 0 unchanged 0 skipped 0 failed 0");
        assertThat(mailbox.given()).isZero();
    }

    @Test
    void aChangedInstanceHasFilesOfItsOwn() {
        var changed = SimItem.named("Changed", "2026-12-02T12:00:00Z", "2026-12-02T13:00:00Z")
                .with("CalendarItemType", "Exception")
                .attached("second.txt", text("Second day"));
        exchange.mailbox(person.address())
                .holding(MigrationIT.daily("Daily")
                        .attached("all.txt", text("All days"))
                        .with("ModifiedOccurrences", MigrationIT.onTheSecond(changed)))
                .holdingUnlisted(changed);
        moves.moved(person, "");
        var calendar = "/dav/calendars/" + person.login() + "/default/";
        var text = person.dav()
                .query(calendar, "<C:comp-filter name=\"VEVENT\"/>")
                .text("//C:calendar-data")
                .replaceAll("\r?\n ", "");
        var parts = text.split("BEGIN:VEVENT");
        assertThat(parts[1]).contains("FILENAME=all.txt").doesNotContain("second.txt");
        assertThat(parts[2]).contains("FILENAME=second.txt").doesNotContain("all.txt");
    }
}
