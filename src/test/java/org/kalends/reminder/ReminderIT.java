package org.kalends.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Messenger;
import org.kalends.support.Planning;

/** Reminders as they really come, by the clock on the wall; a witness that is due a little later shows that nothing else did. */
class ReminderIT {

    private static final Duration LATEST = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration NEAR = Duration.ofSeconds(20);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final Mailbox mails = new Mailbox(server, "clara@kalends.test");

    private static ObjectNode at(Instant start) {
        return Planning.moments("", start, start.plus(Duration.ofMinutes(30))).without(List.of("title"));
    }

    /** A minute before its start, and that is soon. */
    private ApiClient.Answer reminded(String title, Instant due) {
        return reminded(title, due, "mail");
    }

    private ApiClient.Answer reminded(String title, Instant due, String channel) {
        var event = at(due.plus(Duration.ofMinutes(1))).put("title", title);
        event.putArray("reminders").addObject().put("before", "PT1M").put("channel", channel);
        var made = clara.post("/api/v1/events", event.toString());
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private static String path(ApiClient.Answer made) {
        return "/api/v1/events/" + made.body().get("id").asText();
    }

    private static String tag(ApiClient.Answer made) {
        return made.raw().headers().firstValue("ETag").orElseThrow();
    }

    private static Instant soon() {
        return Instant.now().plus(NEAR).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void comesWhenItIsDueAndOnce() throws MessagingException {
        var due = soon();
        reminded("Water the plants", due);
        reminded("Witness to the plants", due.plusSeconds(3));

        var mail = mails.await("Water the plants", 1).get(0);
        assertThat(
                        mail.getReceivedDate() == null
                                ? mail.getSentDate().toInstant()
                                : mail.getReceivedDate().toInstant())
                .isBetween(due.minusSeconds(1), due.plus(LATEST));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Mailbox.parts(mail, "text/calendar")).isEmpty();
        assertThat(Mailbox.text(mail, "text/plain")).contains("Water the plants");
        mails.await("Witness to the plants", 1);
        assertThat(mails.about("Water the plants")).hasSize(1);
    }

    @Test
    void comesAsACardTooAndOnceThere() {
        var due = soon();
        reminded("Feed the cat", due, "messenger");

        var messenger = new Messenger(server);
        var card = messenger.await("clara@kalends.test", "Feed the cat");
        assertThat(Instant.parse(card.get("sentAt").asText())).isBetween(due.minusSeconds(1), due.plus(LATEST));
        assertThat(card.get("buttons")).isEmpty();
        assertThat(messenger.cards("clara@kalends.test", "Feed the cat")).hasSize(1);
        assertThat(mails.about("Feed the cat")).isEmpty();
    }

    @Test
    void ofWhatWasMovedOrDeletedNothingComesAtTheOldTime() {
        var due = soon();
        var moved = reminded("Moved away", due);
        var deleted = reminded("Called off", due);
        var quiet = reminded("No alarm any more", due);
        assertThat(clara.patch(
                                path(moved),
                                tag(moved),
                                at(due.plus(Duration.ofHours(2))).toString())
                        .status())
                .isEqualTo(200);
        assertThat(clara.delete(path(deleted), tag(deleted)).status()).isEqualTo(204);
        assertThat(clara.patch(path(quiet), tag(quiet), "{\"reminders\":[]}").status())
                .isEqualTo(200);
        reminded("Witness to the rest", due.plusSeconds(3));

        mails.await("Witness to the rest", 1);
        assertThat(mails.about("Moved away")).isEmpty();
        assertThat(mails.about("Called off")).isEmpty();
        assertThat(mails.about("No alarm any more")).isEmpty();
    }

    @Test
    void anAlarmThatAProgramSetIsTold() {
        var due = soon();
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\nBEGIN:VEVENT\r\nUID:alarm-of-a-program\r\n"
                + "DTSTAMP:20261101T000000Z\r\nSUMMARY:Set by a program\r\nDTSTART:" + stamp(due.plusSeconds(900))
                + "\r\nDURATION:PT1H\r\nBEGIN:VALARM\r\nACTION:EMAIL\r\nTRIGGER;VALUE=DATE-TIME:" + stamp(due)
                + "\r\nSUMMARY:a\r\nDESCRIPTION:a\r\nATTENDEE:mailto:clara@kalends.test\r\nEND:VALARM\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        var imported = clara.postAs("text/calendar", "/api/v1/calendars/default/import", text);
        assertThat(imported.status()).isEqualTo(200);

        assertThat(mails.await("Set by a program", 1)).hasSize(1);
    }

    @Test
    void whoMovesToAnotherZoneIsRemindedOfDaysByItsClock() {
        var eva = ApiClient.loggedIn(server, "eva");
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\nBEGIN:VEVENT\r\nUID:day-of-moving\r\n"
                + "DTSTAMP:20261101T000000Z\r\nSUMMARY:Moving\r\nDTSTART;VALUE=DATE:20300605\r\n"
                + "BEGIN:VALARM\r\nACTION:EMAIL\r\nTRIGGER:PT9H\r\nSUMMARY:a\r\nDESCRIPTION:a\r\n"
                + "ATTENDEE:mailto:eva@kalends.test\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(eva.postAs("text/calendar", "/api/v1/calendars/default/import", text)
                        .status())
                .isEqualTo(200);
        var before = (ObjectNode) eva.get("/api/v1/settings").body();
        await().atMost(SOON).until(() -> due(before.get("timeZone").asText()), Boolean::booleanValue);

        var moved = before.deepCopy().put("timeZone", "Asia/Tokyo");
        assertThat(eva.put("/api/v1/settings", moved.toString()).status()).isEqualTo(200);

        await().atMost(SOON).until(() -> due("Asia/Tokyo"), Boolean::booleanValue);
        assertThat(eva.put("/api/v1/settings", before.toString()).status()).isEqualTo(200);
    }

    /** Whether she is reminded at nine of that zone. */
    private boolean due(String zone) {
        return server.database().withHandle(handle -> handle.createQuery(
                        """
                        select exists (select from alarm_due d join calendar_object o using (home_id, obj_id)
                        where o.uid = 'day-of-moving' and d.due_at = timestamp '2030-06-05 09:00' at time zone :zone)""")
                .bind("zone", zone)
                .mapTo(Boolean.class)
                .one());
    }

    private static String stamp(Instant moment) {
        return moment.toString().replaceAll("[-:]", "");
    }
}
