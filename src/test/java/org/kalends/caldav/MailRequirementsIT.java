package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Partner;
import org.kalends.support.Planning;

/** What users of other servers complained of in messages that come and go by mail, seen in homes and mailboxes. */
class MailRequirementsIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final LocalDate DAY = LocalDate.of(2028, 8, 7);
    private static final String EVA = "eva@kalends.test";

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient dav = DavClient.demo(server, "eva");
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final Partner partner = new Partner(server);
    private final String uid = newUid();
    private final String title = "By mail " + UUID.randomUUID();

    private String copy(DavClient client, String login, String uid) {
        return client.query(
                        "/dav/calendars/" + login + "/default/",
                        "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                                + "</C:text-match></C:prop-filter></C:comp-filter>")
                .text("//C:calendar-data")
                .replace("\r\n ", "")
                .replace("\n ", "");
    }

    private String evas() {
        return copy(dav, "eva", uid);
    }

    private String vevent(String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261125T000000Z\n" + lines + "\nORGANIZER:mailto:"
                + partner.address() + "\nATTENDEE;RSVP=TRUE:mailto:" + EVA + "\nEND:VEVENT";
    }

    @Test
    @DisplayName("R4: a message that holds an override alone is merged into the series that is here")
    void overrideAlone() {
        var zoned = "DTSTART;TZID=Europe/Moscow:20280807T100000\nDTEND;TZID=Europe/Moscow:20280807T110000\nSUMMARY:"
                + title;
        assertThat(partner.sends("REQUEST", EVA, vevent("SEQUENCE:0\nRRULE:FREQ=DAILY;COUNT=5\n" + zoned)))
                .isEqualTo("applied");
        await().atMost(SOON).until(() -> evas().contains("RRULE"));
        var moved = "SEQUENCE:1\nRECURRENCE-ID:20280809T070000Z\nDTSTART;TZID=Europe/Moscow:20280809T150000"
                + "\nDTEND;TZID=Europe/Moscow:20280809T160000\nSUMMARY:" + title;
        assertThat(partner.sends("REQUEST", EVA, vevent(moved))).isEqualTo("applied");
        await().atMost(SOON).until(() -> evas().contains("RECURRENCE-ID"));
        assertThat(evas()).contains("RRULE:FREQ=DAILY;COUNT=5").contains("T150000");
        assertThat(evas().split("BEGIN:VEVENT", -1)).hasSize(3);
        var week = Planning.items(
                eva.get("/api/v1/events?q=" + title.substring(8) + "&" + Planning.range(DAY, DAY.plusDays(7))));
        assertThat(week)
                .extracting(event -> event.get("start").get("instant").asText())
                .containsExactly(
                        "2028-08-07T07:00:00Z",
                        "2028-08-08T07:00:00Z",
                        "2028-08-09T12:00:00Z",
                        "2028-08-10T07:00:00Z",
                        "2028-08-11T07:00:00Z");
    }

    @Test
    @DisplayName("R14: a reply from outside that names an instance in UTC meets the zoned instance")
    void utcMeetsZoned() {
        var series = repeating(timed(title, DAY, "10:00", "11:00"), "FREQ=DAILY;COUNT=5");
        var made = eva.post(
                "/api/v1/events?notify=none",
                inviting(series, partner.address()).toString());
        var reply = "BEGIN:VEVENT\nUID:" + made.body().get("uid").asText()
                + "\nDTSTAMP:20261125T000000Z\nSEQUENCE:0\nRECURRENCE-ID:20280809T070000Z\nDTSTART:20280809T070000Z"
                + "\nORGANIZER:mailto:" + EVA + "\nATTENDEE;PARTSTAT=DECLINED:mailto:" + partner.address()
                + "\nEND:VEVENT";
        assertThat(partner.sends("REPLY", EVA, reply)).isEqualTo("applied");
        var event = Planning.path(made);
        await().atMost(SOON).untilAsserted(() -> assertThat(answer(event + "?instance=2028-08-09T07:00:00Z"))
                .isEqualTo("declined"));
        assertThat(answer(event)).isEqualTo("needs-action");
        assertThat(answer(event + "?instance=2028-08-08T07:00:00Z")).isEqualTo("needs-action");
        var file = "/dav/calendars/eva/default/" + made.body().get("id").asText() + ".ics";
        assertThat(dav.get(file).body()).contains("RECURRENCE-ID;TZID=Europe/Moscow:20280809T100000");
    }

    private String answer(String event) {
        return Planning.attendee(eva.get(event).body(), partner.address())
                .get("status")
                .asText();
    }

    @Test
    @DisplayName("R8: what is stored in silence is in the homes and told to nobody, neither by mail nor in an inbox")
    void silence() {
        var clara = DavClient.demo(server, "clara");
        var draft = inviting(timed(title, DAY.plusDays(1), "10:00", "11:00"), "clara@kalends.test", partner.address());
        var made = eva.post("/api/v1/events?notify=none", draft.toString());
        var own = made.body().get("uid").asText();
        await().atMost(SOON).until(() -> !copy(clara, "clara", own).isEmpty());
        var told = eva.post(
                "/api/v1/events?notify=all",
                inviting(timed(title + " told", DAY.plusDays(1), "12:00", "13:00"), partner.address())
                        .toString());
        assertThat(told.status()).isEqualTo(201);
        partner.mailbox().await(title + " told", 1);
        assertThat(partner.mailbox().about(title)).hasSize(1); // what came later is here, so nothing is on its way
        assertThat(new Mailbox(server, "clara@kalends.test").about(title)).isEmpty();
        var inbox = clara.query("/dav/calendars/clara/inbox/", "<C:comp-filter name=\"VEVENT\"/>");
        assertThat(inbox.status()).isEqualTo(207);
        assertThat(inbox.body()).doesNotContain(own);
        var file = "/dav/calendars/eva/default/" + made.body().get("id").asText() + ".ics";
        assertThat(dav.get(file).body().replace("\r\n ", ""))
                .contains("ATTENDEE")
                .doesNotContain("SCHEDULE-STATUS");
    }

    @Test
    @DisplayName(
            "R19: what leaves by mail is a calendar alternative whose method is the METHOD, and says where a reply goes")
    void methods() throws MessagingException {
        var path = "/dav/calendars/eva/default/" + UUID.randomUUID() + ".ics";
        var text = Texts.event(
                uid,
                "DTSTART:20280811T100000Z\nDURATION:PT1H\nSUMMARY:" + title + "\nORGANIZER:mailto:" + EVA
                        + "\nATTENDEE:mailto:" + partner.address());
        assertThat(dav.put(path, text).status()).isEqualTo(201);
        partner.mailbox().await(title, 1);
        assertThat(dav.delete(path).status()).isEqualTo(204);
        var mails = partner.mailbox().await(title, 2);
        for (int i = 0; i < 2; i++) {
            var mail = mails.get(i);
            var method = i == 0 ? "REQUEST" : "CANCEL";
            assertThat(Mailbox.method(mail)).isEqualTo(method);
            var calendar = Mailbox.parts(mail, "text/calendar").get(0);
            assertThat(calendar.getDisposition()).isNull();
            assertThat(Mailbox.text(mail, "text/calendar"))
                    .contains("METHOD:" + method + "\r\n", "UID:" + uid)
                    .isEqualTo(Mailbox.text(mail, "application/ics"));
            assertThat(Mailbox.text(mail, "text/calendar").lines()).allMatch(line -> line.length() <= 75);
            var alternatives = Mailbox.parts(mail, "multipart/alternative").get(0);
            assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
            assertThat(mail.getReplyTo()[0].toString()).contains(EVA);
        }
    }
}
