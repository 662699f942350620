package org.kalends.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.Person;

/** What the browser reminds of, until it is dealt with: there or in a program. */
class OpenRemindersIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final String REMINDERS = "/api/v1/reminders";

    private final String name = UUID.randomUUID() + ".ics";
    private final Instant start = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    private Person anna;

    @BeforeEach
    void somebody() {
        anna = Person.named("reminded");
    }

    private static String stamp(Instant moment) {
        return STAMP.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Goes off in a few seconds, once. */
    private static String alarm() {
        return "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER;VALUE=DATE-TIME:"
                + stamp(Instant.now().plusSeconds(3)) + "\nEND:VALARM\n";
    }

    private String text(String lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//Test//EN\nBEGIN:VEVENT\nUID:" + name
                        + "\nDTSTAMP:20261124T120000Z\nDTSTART:" + stamp(start) + "\nDURATION:PT1H\nSUMMARY:Budget\n"
                        + lines
                        + "END:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static String path(Person person) {
        return "/dav/calendars/" + person.login() + "/default/";
    }

    private static JsonNode open(Person person) {
        return person.api().get(REMINDERS).body().get("items");
    }

    private static JsonNode awaitOpen(Person person) {
        return await().atMost(SOON)
                .until(() -> open(person), items -> items.size() == 1)
                .get(0);
    }

    private JsonNode reminded() {
        assertThat(anna.dav().put(path(anna) + name, text(alarm())).status()).isEqualTo(201);
        return awaitOpen(anna);
    }

    private static Answer snooze(Person person, JsonNode reminder, String until) {
        return person.api()
                .post(REMINDERS + "/" + reminder.get("id").asText() + "/snooze", "{\"until\":\"" + until + "\"}");
    }

    @Test
    void isOpenUntilItIsDismissedAndProgramsAreToldSo() {
        var reminder = reminded();
        assertThat(reminder.get("title").asText()).isEqualTo("Budget");
        assertThat(reminder.get("start").get("instant").asText()).isEqualTo(start.toString());
        assertThat(reminder.get("instance").isNull()).isTrue();
        var event = "/api/v1/events/" + reminder.get("eventId").asText();
        var seen = anna.api().get(event);

        assertThat(anna.api()
                        .delete(REMINDERS + "/" + reminder.get("id").asText(), "")
                        .status())
                .isEqualTo(204);

        assertThat(open(anna)).isEmpty();
        assertThat(anna.dav().get(path(anna) + name).body()).contains("ACKNOWLEDGED:20");
        assertThat(anna.api()
                        .patch(event, seen.etag(), "{\"title\":\"Budgets\"}")
                        .status())
                .as("who is editing it loses nothing by that")
                .isEqualTo(200);
        assertThat(anna.api()
                        .delete(REMINDERS + "/" + reminder.get("id").asText(), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void comesAgainWhenItWasPutOff() {
        var reminder = reminded();
        var again = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        assertThat(snooze(anna, reminder, again.toString()).status()).isEqualTo(204);
        assertThat(open(anna)).isEmpty();
        assertThat(anna.dav().get(path(anna) + name).body())
                .contains("RELATED-TO;RELTYPE=SNOOZE:")
                .contains("TRIGGER;VALUE=DATE-TIME:" + stamp(again));

        var second = awaitOpen(anna);
        assertThat(Instant.parse(second.get("due").asText())).isEqualTo(again);
        anna.api().delete(REMINDERS + "/" + second.get("id").asText(), "");
        assertThat(anna.dav().get(path(anna) + name).body()).doesNotContain("SNOOZE");
    }

    @Test
    void whatAProgramHasSettledIsOpenNoMore() {
        reminded();
        var stored = anna.dav().get(path(anna) + name);
        var settled = stored.body().replace("END:VALARM", "ACKNOWLEDGED:" + stamp(Instant.now()) + "\r\nEND:VALARM");
        assertThat(anna.dav().put(path(anna) + name, settled).status()).isEqualTo(204);
        assertThat(open(anna)).isEmpty();
    }

    @Test
    void whatThunderbirdHasSettledIsOpenNoMore() {
        reminded();
        var stored = anna.dav().get(path(anna) + name);
        var settled = stored.body().replace("SUMMARY:", "X-MOZ-LASTACK:" + stamp(Instant.now()) + "\r\nSUMMARY:");
        assertThat(anna.dav().put(path(anna) + name, settled).status()).isEqualTo(204);
        assertThat(open(anna)).isEmpty();
    }

    @Test
    void aViewersIsHisOwnAndNoneOfWhatBecamePrivate() {
        assertThat(anna.dav().put(path(anna) + name, text("")).status()).isEqualTo(201);
        var boris = Person.named("viewer");
        anna.share(anna.calendar(), boris.login(), "read");
        var bound = "/dav/calendars/" + boris.login() + "/shared-" + anna.calendar() + "/" + name;
        assertThat(boris.dav().put(bound, text(alarm())).status()).isEqualTo(204);

        var reminder = awaitOpen(boris);
        assertThat(open(anna)).isEmpty();
        assertThat(anna.dav().put(path(anna) + name, text("CLASS:PRIVATE\n")).status())
                .isEqualTo(204);
        assertThat(open(boris)).isEmpty();
        assertThat(anna.dav().put(path(anna) + name, text("")).status()).isEqualTo(204);
        assertThat(open(boris)).hasSize(1);

        assertThat(anna.api()
                        .delete(REMINDERS + "/" + reminder.get("id").asText(), "")
                        .status())
                .as("of others")
                .isEqualTo(404);
        assertThat(boris.api()
                        .delete(REMINDERS + "/" + reminder.get("id").asText(), "")
                        .status())
                .isEqualTo(204);
        assertThat(boris.dav().get(bound).body()).contains("ACKNOWLEDGED");
        assertThat(anna.dav().get(path(anna) + name).body()).doesNotContain("ACKNOWLEDGED");
    }

    @Test
    void whatCannotBeMeantIsRefusedAndChangesNothing() {
        var reminder = reminded();
        for (var until : new String[] {"", "tomorrow", "2026-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "null"}) {
            var answer = snooze(anna, reminder, until);
            assertThat(answer.status()).as(until).isEqualTo(400);
            assertThat(answer.body().toString()).contains("until");
        }
        assertThat(anna.api()
                        .post(REMINDERS + "/x/snooze", "{\"until\":\"" + start + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(anna.api()
                        .post(REMINDERS + "/" + reminder.get("id").asText() + "/snooze", "")
                        .status())
                .isEqualTo(400);
        assertThat(open(anna)).hasSize(1);
    }
}
