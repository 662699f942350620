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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.JmxConsole;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Partner;

/** Words between organizer and attendee that come by mail, beyond invitation and answer (RFC 5546, 3.2). */
class MailConversationsIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final LocalDate DAY = LocalDate.of(2028, 5, 8);
    private static final String EVA = "eva@kalends.test";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private final Partner partner = new Partner(server);
    private final String title = "Words " + UUID.randomUUID();

    private ApiClient.Answer planned(String from, String to) {
        var made = eva.post(
                "/api/v1/events",
                inviting(timed(title, DAY, from, to), partner.address()).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        partner.mailbox().await(title, 1);
        return made;
    }

    private String about(ApiClient.Answer event, String lines) {
        return "BEGIN:VEVENT\nUID:" + event.body().get("uid").asText() + "\nDTSTAMP:20261125T000000Z\nSEQUENCE:0\n"
                + lines + "\nORGANIZER:mailto:" + EVA + "\nATTENDEE;PARTSTAT=TENTATIVE:mailto:" + partner.address()
                + "\nEND:VEVENT";
    }

    private JsonNode line(ApiClient.Answer event) {
        return attendee(eva.get(path(event)).body(), partner.address());
    }

    @Test
    void whoAsksForThePresentStateIsSentIt() throws MessagingException {
        var event = planned("09:00", "10:00");
        assertThat(partner.sends("REFRESH", EVA, about(event, "PRIORITY:5"))).isEqualTo("applied");
        var again = partner.mailbox().await(title, 2).get(1);
        assertThat(Mailbox.method(again)).isEqualTo("REQUEST");
        assertThat(Mailbox.text(again, "text/calendar")).contains("DTSTART;TZID=Europe/Moscow:20280508T090000");
        assertThat(new Partner(server).sends("REFRESH", EVA, about(event, "PRIORITY:5")))
                .isEqualTo("held");
    }

    @Test
    void aTimeThatAGuestProposesIsShownAndHisAnswerIsToldByMail() {
        var event = planned("11:00", "12:00");
        var counter = about(event, "DTSTART:20280509T110000Z\nDTEND:20280509T120000Z\nCOMMENT:Better so");
        assertThat(partner.sends("COUNTER", EVA, counter)).isEqualTo("applied");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        line(event).at("/proposed/start/instant").asText())
                .isEqualTo("2028-05-09T11:00:00Z"));
        assertThat(line(event).get("status").asText()).isEqualTo("tentative");
        assertThat(line(event).get("comment").asText()).isEqualTo("Better so");
        assertThat(eva.get(path(event)).body().at("/start/instant").asText()).isEqualTo("2028-05-08T08:00:00Z");
        var told = new Mailbox(server, EVA).await(title, 1);
        assertThat(Mailbox.text(told.get(0), "text/plain")).contains(partner.address());
    }

    @Test
    void aProposalThatIsNotTakenIsForgottenAndTheGuestIsToldSo() throws MessagingException {
        var event = planned("15:00", "16:00");
        var counter = about(event, "DTSTART:20280509T110000Z\nDTEND:20280509T120000Z");
        assertThat(partner.sends("COUNTER", EVA, counter)).isEqualTo("applied");
        await().atMost(SOON).untilAsserted(() -> assertThat(line(event).hasNonNull("proposed"))
                .isTrue());
        var proposal = path(event) + "/proposals/" + partner.address();
        assertThat(ApiClient.loggedIn(server, "boris")
                        .withoutTag("DELETE", proposal, "")
                        .status())
                .isEqualTo(404);
        assertThat(eva.withoutTag("DELETE", path(event) + "/proposals/nobody", "")
                        .status())
                .isEqualTo(400);
        assertThat(eva.withoutTag("DELETE", proposal, "").status()).isEqualTo(204);
        assertThat(line(event).hasNonNull("proposed")).isFalse();
        assertThat(eva.withoutTag("DELETE", proposal, "").status()).isEqualTo(404);
        var told = partner.mailbox().await(title, 2).get(1);
        assertThat(Mailbox.method(told)).isEqualTo("DECLINECOUNTER");
        assertThat(told.getSubject()).startsWith("The time stays:");
        assertThat(Mailbox.text(told, "text/calendar").replaceAll("\r?\n ", ""))
                .contains("METHOD:DECLINECOUNTER", partner.address());
    }

    @Test
    void aReplyNeedNotRepeatWhenTheEventIs() {
        var event = planned("13:00", "14:00");
        assertThat(partner.sends("REPLY", EVA, about(event, "COMMENT:Perhaps"))).isEqualTo("applied");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(line(event).get("status").asText()).isEqualTo("tentative"));
        assertThat(new Mailbox(server, EVA).await(title, 1)).hasSize(1);
    }

    private String invitation(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261125T000000Z\nSUMMARY:" + title + "\n" + lines
                + "\nORGANIZER:mailto:" + partner.address() + "\nATTENDEE;RSVP=TRUE:mailto:" + EVA + "\nEND:VEVENT";
    }

    private List<JsonNode> evas() {
        return items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(7)))).stream()
                .filter(event -> event.get("title").asText().equals(title))
                .toList();
    }

    @Test
    void anInstanceIsAddedToTheSeriesThatIsHere() {
        var uid = UUID.randomUUID() + "@partner.test";
        var daily = "SEQUENCE:0\nDTSTART:20280508T160000Z\nDTEND:20280508T170000Z\nRRULE:FREQ=DAILY;COUNT=2";
        assertThat(partner.sends("REQUEST", EVA, invitation(uid, daily))).isEqualTo("applied");
        await().atMost(SOON).until(() -> evas().size() == 2);
        var more = "SEQUENCE:1\nDTSTART:20280512T180000Z\nDTEND:20280512T190000Z";
        assertThat(partner.sends("ADD", EVA, invitation(uid, more))).isEqualTo("applied");
        await().atMost(SOON).until(() -> evas().size() == 3);
        assertThat(evas().get(2).at("/start/instant").asText()).isEqualTo("2028-05-12T18:00:00Z");
    }

    @Test
    void whatIsAddedToASeriesThatIsNotHereIsAskedForAsAWhole() throws MessagingException {
        var uid = UUID.randomUUID() + "@partner.test";
        var more = "SEQUENCE:1\nDTSTART:20280512T180000Z\nDTEND:20280512T190000Z";
        assertThat(partner.sends("ADD", EVA, invitation(uid, more))).isEqualTo("applied");
        var question = partner.mailbox().await(title, 1).get(0);
        assertThat(Mailbox.method(question)).isEqualTo("REFRESH");
        assertThat(Mailbox.text(question, "text/calendar"))
                .contains("UID:" + uid, "mailto:" + EVA)
                .doesNotContain("DTSTART:", "SUMMARY:");
        assertThat(evas()).isEmpty();
    }

    @Test
    void aProposalThatIsTurnedDownIsOver() throws MessagingException {
        var uid = UUID.randomUUID() + "@partner.test";
        var once = "SEQUENCE:0\nDTSTART:20280510T160000Z\nDTEND:20280510T170000Z";
        assertThat(partner.sends("REQUEST", EVA, invitation(uid, once))).isEqualTo("applied");
        await().atMost(SOON).until(() -> !evas().isEmpty());
        var event = "/api/v1/events/" + evas().get(0).get("id").asText();
        var answer = ApiClient.JSON.createObjectNode().put("status", "tentative");
        answer.set("proposed", timed("x", DAY.plusDays(2), "21:00", "22:00").without("title"));
        assertThat(eva.put(event + "/answer", answer.toString()).status()).isEqualTo(200);
        var counter = partner.mailbox().await(title, 1).get(0);
        assertThat(Mailbox.method(counter)).isEqualTo("COUNTER");
        assertThat(Mailbox.text(counter, "text/calendar")).contains("20280510T210000");
        assertThat(mine(event).get("proposed").isNull()).isFalse();
        assertThat(partner.sends("DECLINECOUNTER", EVA, invitation(uid, "SEQUENCE:0\nCOMMENT:No")))
                .isEqualTo("applied");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(mine(event).get("proposed").isNull()).isTrue());
        assertThat(evas().get(0).at("/start/instant").asText()).isEqualTo("2028-05-10T16:00:00Z");
    }

    private JsonNode mine(String event) {
        return attendee(eva.get(event).body(), EVA);
    }

    @Test
    void theOrganizerIsToldThatAMailCameBackAndItIsCounted() throws Exception {
        long bounced = bounced();
        planned("17:00", "18:00");
        var sent = partner.mailbox().about(title).get(0).getHeader("Message-ID")[0];
        var report = "From: mailer-daemon@partner.test\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry\n--b\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; partner.test\n\nFinal-Recipient: rfc822; "
                + partner.address() + "\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\n"
                + "Message-ID: " + sent + "\n\n--b--\n";
        var nobody = ApiClient.anonymous(server);
        for (int i = 0; i < 2; i++) {
            assertThat(nobody.post("/demo/mail/inbound", report.replace("\n", "\r\n"))
                            .status())
                    .isEqualTo(202);
        }
        var told = new Mailbox(server, EVA).await(title, 1);
        assertThat(Mailbox.text(told.get(0), "text/plain")).contains(partner.address());
        assertThat(told).hasSize(1); // one note, however often it is reported
        assertThat(bounced()).isGreaterThan(bounced);
    }

    private long bounced() throws Exception {
        try (var console = JmxConsole.of(server)) {
            return console.total("type=Channel,name=mail", "Bounced");
        }
    }

    @Test
    void aMailThatIsTooLargeIsNotRead() {
        var large = "From: a@b.test\nContent-Type: text/plain\n\n" + "X".repeat(26 * 1024 * 1024);
        assertThat(ApiClient.anonymous(server).post("/demo/mail/inbound", large).status())
                .isEqualTo(413);
    }
}
