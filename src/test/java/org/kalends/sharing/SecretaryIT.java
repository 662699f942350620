package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Partner;
import org.kalends.support.Person;
import org.kalends.support.WaitingTest;

/** What a secretary plans and answers for her chief names her beside him to those outside (RFC 5545, 3.2.18). */
class SecretaryIT {

    private static final LocalDate DAY = LocalDate.of(2031, 9, 2);

    private final Partner partner = new Partner(KalendsServer.shared());
    private final String title = "Audit " + UUID.randomUUID();
    private Person chief;
    private Person secretary;

    @BeforeEach
    void twoPeople() {
        chief = Person.named("chief", "en");
        secretary = Person.named("secretary", "en");
        chief.share("all", secretary.login(), "manage");
    }

    private String sentBy() {
        return "SENT-BY=\"mailto:" + secretary.address() + "\"";
    }

    private static String calendar(Part mail) {
        return Mailbox.text(mail, "text/calendar").replace("\r\n ", "");
    }

    @WaitingTest
    void sheInvitesByTheBrowserAndByProgramsAlike() throws MessagingException {
        secretary.plan(inviting(timed(title + " one", DAY, "10:00", "11:00"), partner.address())
                .put("calendarId", chief.calendar()));
        var text = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//C//C//EN\nBEGIN:VEVENT\nUID:" + UUID.randomUUID()
                        + "\nDTSTAMP:20261124T120000Z\nDTSTART:20310902T090000Z\nDURATION:PT1H\nSUMMARY:" + title
                        + " two\nORGANIZER:mailto:" + chief.address() + "\nATTENDEE;RSVP=TRUE:mailto:"
                        + partner.address() + "\nEND:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
        var put = secretary.dav().put("/dav/calendars/" + chief.login() + "/default/" + UUID.randomUUID(), text);
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        for (var mail : partner.mailbox().await(title, 2)) {
            assertThat(calendar(mail))
                    .containsPattern("ORGANIZER[^\n]*" + sentBy() + "[^\n]*mailto:" + chief.address());
        }
    }

    @WaitingTest
    void sheAnswersForHim() {
        var uid = UUID.randomUUID().toString();
        partner.sends(
                "REQUEST",
                chief.address(),
                "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261125T000000Z\nSEQUENCE:0\nDTSTART:20310902T100000Z"
                        + "\nDTEND:20310902T110000Z\nSUMMARY:" + title + "\nORGANIZER:mailto:" + partner.address()
                        + "\nATTENDEE;RSVP=TRUE:mailto:" + chief.address() + "\nEND:VEVENT");
        var week = "/api/v1/events?" + range(DAY, DAY.plusDays(1)) + "&calendar=" + chief.calendar();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !items(secretary.api().get(week)).isEmpty());
        var event = "/api/v1/events/"
                + items(secretary.api().get(week)).get(0).get("id").asText();
        assertThat(secretary
                        .api()
                        .put(event + "/answer", "{\"status\":\"accepted\"}")
                        .status())
                .isEqualTo(200);
        var reply = partner.mailbox().await(title, 1).get(0);
        assertThat(calendar(reply))
                .contains("METHOD:REPLY")
                .containsPattern("ATTENDEE[^\n]*" + sentBy() + "[^\n]*mailto:" + chief.address());
    }
}
