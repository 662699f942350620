package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.WaitingTest;

/** Mails that come in, as a mail server hands them over. */
class MailIntakeIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final LocalDate DAY = LocalDate.of(2028, 10, 9);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient nobody = ApiClient.anonymous(server);
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final String uid = UUID.randomUUID() + "@partner.test";
    private final String title = "From outside " + UUID.randomUUID();
    private final String paul = "paul-" + UUID.randomUUID() + "@partner.test";

    private static String signed(String domain) {
        return "Authentication-Results: kalends.test; dkim=pass header.d=" + domain + "\n";
    }

    private String mail(String headers, String calendar) {
        var method = calendar.replaceFirst("(?s).*METHOD:(\\w+).*", "$1");
        var text = headers + "To: eva@kalends.test\nSubject: A mail\nMIME-Version: 1.0\nMessage-ID: <"
                + UUID.randomUUID() + "@partner.test>\n"
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello\n--b\n"
                + "Content-Type: text/calendar; charset=utf-8; method=" + method + "\n\n" + calendar + "\n--b--\n";
        return text.replace("\n", "\r\n");
    }

    private String message(String method, String lines) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Partner//EN\nMETHOD:" + method + "\nBEGIN:VEVENT\nUID:" + uid
                + "\nDTSTAMP:20261125T000000Z\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR";
    }

    private String meeting(int sequence, String hour) {
        return "SEQUENCE:" + sequence + "\nDTSTART:20281009T" + hour + "0000Z\nDTEND:20281009T" + hour
                + "3000Z\nSUMMARY:" + title + "\nORGANIZER:mailto:" + paul
                + "\nATTENDEE;RSVP=TRUE:mailto:eva@kalends.test";
    }

    private String from(String address) {
        return "From: <" + address + ">\n";
    }

    private JsonNode taken(String mail) {
        var answer = nobody.post("/demo/mail/inbound", mail);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
        return answer.body();
    }

    private String verdict(String mail) {
        return taken(mail).get("result").asText();
    }

    private Optional<JsonNode> evas() {
        return items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                .filter(event -> event.get("title").asText().equals(title))
                .findFirst();
    }

    @WaitingTest
    @DisplayName("R20: an invitation from outside is answered by an iMIP REPLY; update and cancellation follow")
    void invitation() throws MessagingException {
        assertThat(verdict(mail(from(paul) + signed("partner.test"), message("REQUEST", meeting(0, "10")))))
                .isEqualTo("applied");
        await().atMost(SOON).until(() -> evas().isPresent());
        var event = "/api/v1/events/" + evas().orElseThrow().get("id").asText();
        assertThat(eva.put(event + "/answer", "{\"status\":\"accepted\"}").status())
                .isEqualTo(200);
        var reply = new Mailbox(server, paul).await(title, 1).get(0);
        assertThat(Mailbox.method(reply)).isEqualTo("REPLY");
        assertThat(Mailbox.text(reply, "text/calendar").replace("\r\n ", ""))
                .contains("METHOD:REPLY", "UID:" + uid, "REQUEST-STATUS:2.0;Success", "DTSTART", "DTEND")
                .containsOnlyOnce("ATTENDEE")
                .containsPattern("ATTENDEE[^\n]*PARTSTAT=ACCEPTED[^\n]*mailto:eva@kalends.test");
        verdict(mail(from(paul) + signed("partner.test"), message("REQUEST", meeting(1, "12"))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(evas().orElseThrow().get("start").toString()).contains("12:00"));
        verdict(mail(from(paul) + signed("partner.test"), message("CANCEL", meeting(2, "12"))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(eva.get(event).body().get("status").asText()).isEqualTo("cancelled"));
    }

    @WaitingTest
    void whoeverIsVouchedForByNobodyIsHeldAndWhoPretendsToBeInsideIsRefused() {
        var request = message("REQUEST", meeting(0, "10"));
        assertThat(verdict(mail(from(paul), request))).isEqualTo("held");
        assertThat(verdict(mail(from(paul) + signed("other.test"), request))).isEqualTo("held");
        assertThat(verdict(mail(from("mallory@partner.test") + signed("partner.test"), request)))
                .isEqualTo("held");
        var forged = "Authentication-Results: relay.test; spf=fail\n" + signed("partner.test");
        assertThat(verdict(mail(from(paul) + forged, request))).isEqualTo("held");
        var hidden =
                "Authentication-Results: kalends.test; spf=pass smtp.mailfrom=\"; dkim=pass header.d=partner.test ;\"\n";
        assertThat(verdict(mail(from(paul) + hidden, request))).isEqualTo("held");
        var inside = request.replace("ORGANIZER:mailto:" + paul, "ORGANIZER:mailto:anna@kalends.test");
        assertThat(verdict(mail(from("anna@kalends.test") + signed("kalends.test"), inside)))
                .isEqualTo("refused");
        assertThat(evas()).isEmpty();
    }

    @WaitingTest
    void anotherOrganizerCannotCancelWhatIsNotHis() {
        verdict(mail(from(paul) + signed("partner.test"), message("REQUEST", meeting(0, "14"))));
        await().atMost(SOON).until(() -> evas().isPresent());
        var foreign = message("CANCEL", meeting(5, "14")).replace(paul, "mallory@evil.test");
        verdict(mail(from("mallory@evil.test") + signed("evil.test"), foreign));
        verdict(mail(from(paul) + signed("partner.test"), message("REQUEST", meeting(1, "16"))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(evas().orElseThrow().get("start").toString()).contains("16:00"));
        assertThat(evas().orElseThrow().get("status").asText()).isEqualTo("confirmed");
    }

    @WaitingTest
    void anotherOrganizerTakesOverOnceTheFirstHasCalledItOff() {
        var pauline = "pauline-" + UUID.randomUUID() + "@partner.test";
        var hers = message("REQUEST", meeting(0, "16")).replace(paul, pauline);
        verdict(mail(from(paul) + signed("partner.test"), message("REQUEST", meeting(3, "14"))));
        await().atMost(SOON).until(() -> evas().isPresent());
        verdict(mail(from(pauline) + signed("partner.test"), hers));
        verdict(mail(from(paul) + signed("partner.test"), message("CANCEL", meeting(4, "14"))));
        await().atMost(SOON)
                .until(() -> evas().orElseThrow().get("status").asText().equals("cancelled"));
        assertThat(evas().orElseThrow().get("start").toString()).as("too early").contains("14:00");
        verdict(mail(from(pauline) + signed("partner.test"), hers));
        await().atMost(SOON)
                .until(() -> evas().orElseThrow().get("status").asText().equals("confirmed"));
        var event = "/api/v1/events/" + evas().orElseThrow().get("id").asText();
        assertThat(eva.get(event).body().at("/organizer/address").asText()).isEqualTo(pauline);
        assertThat(evas().orElseThrow().get("start").toString()).contains("16:00");
    }

    @WaitingTest
    @DisplayName("R14: a guest's REPLY by mail sets his answer, in UTC too; only his own and only when vouched for")
    void answers() {
        var made = eva.post(
                "/api/v1/events",
                inviting(timed(title, DAY, "10:00", "11:00"), paul).toString());
        var own = made.body().get("uid").asText();
        var reply = message(
                        "REPLY",
                        "SEQUENCE:0\nDTSTART:20281009T070000Z\nORGANIZER:mailto:eva@kalends.test\nATTENDEE;PARTSTAT=TENTATIVE:mailto:"
                                + paul)
                .replace(uid, own);
        assertThat(verdict(mail(from(paul), reply))).isEqualTo("held");
        assertThat(verdict(mail(from("mallory@partner.test") + signed("partner.test"), reply)))
                .isEqualTo("held");
        assertThat(verdict(mail(from(paul) + signed("partner.test"), reply))).isEqualTo("applied");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        attendee(eva.get(path(made)).body(), paul).get("status").asText())
                .isEqualTo("tentative"));
    }

    @WaitingTest
    @DisplayName("who answers though he was not invited is let in by the organizer alone (RFC 5546, 3.2.3)")
    void partyCrashers() {
        var made = eva.post(
                "/api/v1/events",
                inviting(timed(title, DAY, "10:00", "11:00"), paul).toString());
        var crasher = "crasher-" + UUID.randomUUID() + "@partner.test";
        var reply = message(
                        "REPLY",
                        "SEQUENCE:0\nDTSTART:20281009T070000Z\nSUMMARY:" + title
                                + "\nORGANIZER:mailto:eva@kalends.test\nATTENDEE;CN=Crasher;PARTSTAT=ACCEPTED:mailto:"
                                + crasher)
                .replace(uid, made.body().get("uid").asText());
        assertThat(verdict(mail(from(crasher) + signed("partner.test"), reply))).isEqualTo("held");
        var held = items(eva.get("/api/v1/mail/held")).stream()
                .filter(one -> one.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
        assertThat(held.get("reason").asText()).isEqualTo("uninvited");
        assertThat(held.get("sender").asText()).isEqualTo(crasher);
        assertThat(eva.get(path(made)).body().get("attendees").toString()).doesNotContain(crasher);
        assertThat(eva.post("/api/v1/mail/held/" + held.get("id").asText() + "/take-over", "")
                        .status())
                .isEqualTo(204);
        var guest = attendee(eva.get(path(made)).body(), crasher);
        assertThat(guest.get("status").asText()).isEqualTo("accepted");
        assertThat(guest.get("name").asText()).isEqualTo("Crasher");
        assertThat(new Mailbox(server, crasher).about(title))
                .as("he knows of it")
                .isEmpty();
    }

    @WaitingTest
    void mailsWithoutACalendarAndThoseOfProgramsAreIgnored() {
        var plain = from(paul) + "To: eva@kalends.test\nSubject: Hello\n\nHello\n";
        assertThat(verdict(plain)).isEqualTo("ignored");
        var away = from(paul) + signed("partner.test") + "Auto-Submitted: auto-replied\n";
        assertThat(verdict(mail(away, message("PUBLISH", meeting(0, "10"))))).isEqualTo("ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no header at all",
                "From: a@b.test\nContent-Type: text/calendar; charset=klingon\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "From: a@b.test\nContent-Type: text/calendar; charset=us-ascii\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nX:\u0416\nEND:VCALENDAR\n",
                "From: a@b.test\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nEND:VEVENT\n",
                "From: a@b.test\nContent-Type: text/calendar\n\nMETHOD:NONSENSE\n"
            })
    void whatCannotBeReadIsRefusedInWords(String mail) {
        assertThat(nobody.post("/demo/mail/inbound", mail).status()).isEqualTo(400);
    }

    @WaitingTest
    void bombsAreRefusedBeforeTheyGrow() {
        var nested = new StringBuilder("From: a@b.test\n");
        for (int i = 0; i < 30; i++)
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append("\n");
        assertThat(nobody.post("/demo/mail/inbound", nested.toString()).status())
                .isEqualTo(400);
        var many =
                "From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(500) + "--b--\n";
        assertThat(nobody.post("/demo/mail/inbound", many).status()).isEqualTo(400);
        var large = "From: a@b.test\nContent-Type: text/calendar\n\n" + "X".repeat(3_000_000);
        assertThat(nobody.post("/demo/mail/inbound", large).status()).isEqualTo(400);
    }

    @WaitingTest
    void aMailThatCameBackIsNotedInTheEvent() throws MessagingException {
        var made = eva.post(
                "/api/v1/events?notify=all",
                inviting(timed(title, DAY, "18:00", "19:00"), paul).toString());
        var sent = new Mailbox(server, paul).await(title, 1).get(0).getHeader("Message-ID")[0];
        var report = "From: mailer-daemon@partner.test\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry\n--b\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; partner.test\n\nFinal-Recipient: rfc822; "
                + paul + "\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: "
                + sent
                + "\n\n--b--\n";
        noted(made, "1.1");
        assertThat(verdict(report.replace("\n", "\r\n"))).isEqualTo("applied");
        noted(made, "5.3");
    }

    private void noted(ApiClient.Answer made, String status) {
        var file = "/dav/calendars/eva/default/" + made.body().get("id").asText() + ".ics";
        var dav = DavClient.demo(server, "eva");
        await().atMost(SOON).untilAsserted(() -> assertThat(dav.get(file).body().replace("\r\n ", ""))
                .containsPattern("ATTENDEE[^\n]*SCHEDULE-STATUS=" + status));
    }

    @WaitingTest
    void withoutATokenNobodyHandsMailsOver() {
        assertThat(List.of(nobody.post("/mail/inbound", "From: a@b.test\n\n").status()))
                .containsExactly(404);
    }
}
