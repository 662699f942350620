package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.WaitingTest;

/** What the whole server puts on the wire for those it tells, read by another program's parser. */
class MailIT {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient clara = ApiClient.loggedIn(server, "clara");
    private final Mailbox guest = new Mailbox(server, "guest@example.org");
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void nextWeek() {
        day = LocalDate.of(2028, 5, 1).plusWeeks(TESTS.getAndIncrement());
    }

    private ApiClient.Answer planned(String title, String... invited) {
        var made = clara.post(
                "/api/v1/events",
                inviting(timed(title, day, "10:00", "11:00"), invited).toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        return mail.getHeader(name, ", ");
    }

    private static List<String> types(Part part) throws Exception {
        var many = (Multipart) part.getContent();
        var types = new ArrayList<String>();
        for (int i = 0; i < many.getCount(); i++) {
            types.add(many.getBodyPart(i).getContentType().split(";")[0].toLowerCase(Locale.ROOT));
        }
        return types;
    }

    @WaitingTest
    void anInvitationIsWhatMailProgramsExpect() throws Exception {
        planned("Structured", "guest@example.org", "boris@kalends.test");
        var mail = guest.await("Structured", 1).get(0);
        assertThat(mail.isMimeType("multipart/mixed")).isTrue();
        assertThat(types(mail)).containsExactly("multipart/alternative", "application/ics");
        assertThat(types(((Multipart) mail.getContent()).getBodyPart(0)))
                .containsExactly("text/plain", "text/html", "text/calendar");
        assertThat(Mailbox.method(mail)).isEqualTo("REQUEST");
        var calendar = Mailbox.parts(mail, "text/calendar").get(0);
        assertThat(calendar.getDisposition()).isNull();
        assertThat(calendar.getContentType()).containsIgnoringCase("charset=utf-8");
        var text = Mailbox.text(mail, "text/calendar");
        assertThat(text).contains("BEGIN:VTIMEZONE").contains("TZID:Europe/Moscow");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(ICalendar.method(text)).contains(Method.REQUEST);
        var event = ICalendar.parse(text).lead();
        assertThat(event.attendees()).extracting(a -> a.address().value()).contains("guest@example.org");
        assertThat(text.replace("\r\n ", "").lines())
                .anyMatch(l -> l.startsWith("ATTENDEE") && l.contains("RSVP=TRUE") && l.endsWith("guest@example.org"));
        assertThat(Mailbox.text(mail, "application/ics")).isEqualTo(text);
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "X-Auto-Response-Suppress")).isNull();
        assertThat(header(mail, "From")).contains("clara@kalends.test");
        assertThat(header(mail, "Reply-To")).contains("clara@kalends.test");
    }

    @WaitingTest
    void changeAndCancellationStandInTheThreadOfTheInvitation() throws Exception {
        var made = planned("Threaded", "guest@example.org");
        var invitation = guest.await("Threaded", 1).get(0);
        var moved = clara.patch(
                path(made),
                made.etag(),
                timed("Threaded", day, "12:00", "13:00").without("title").toString());
        assertThat(moved.status()).isEqualTo(200);
        var change = guest.await("Threaded", 2).get(1);
        assertThat(clara.delete(path(made), moved.etag()).status()).isEqualTo(204);
        var cancellation = guest.await("Threaded", 3).get(2);

        assertThat(header(change, "In-Reply-To")).isEqualTo(invitation.getMessageID());
        assertThat(header(cancellation, "References")).contains(invitation.getMessageID());
        assertThat(Mailbox.method(change)).isEqualTo("REQUEST");
        assertThat(Mailbox.method(cancellation)).isEqualTo("CANCEL");
        var first = ICalendar.parse(Mailbox.text(invitation, "text/calendar"));
        var second = ICalendar.parse(Mailbox.text(change, "text/calendar"));
        var last = ICalendar.parse(Mailbox.text(cancellation, "text/calendar"));
        assertThat(List.of(second.uid(), last.uid())).containsOnly(first.uid());
        assertThat(second.lead().revision().sequence())
                .isGreaterThan(first.lead().revision().sequence());
        assertThat(last.lead().revision().sequence())
                .isGreaterThan(second.lead().revision().sequence());
        assertThat(last.lead().labels().status()).isEqualTo(Labels.Status.CANCELLED);
        assertThat(Mailbox.text(change, "text/plain")).contains("10:00–11:00").contains("12:00–13:00");
    }

    @WaitingTest
    void editsInQuickSuccessionAreOneMailWithAllThatChanged() throws Exception {
        var made = planned("Coalesced", "guest@example.org");
        guest.await("Coalesced", 1);
        var first = clara.patch(path(made), made.etag(), "{\"location\":\"Волга\"}");
        var second = clara.patch(
                path(made),
                first.etag(),
                timed("Coalesced", day, "15:00", "16:00").without("title").toString());
        clara.patch(path(made), second.etag(), "{\"location\":\"Нева\"}");
        var change = guest.await("Coalesced", 2).get(1);
        var words = Mailbox.text(change, "text/plain");
        assertThat(words).contains("10:00–11:00").contains("15:00–16:00").contains("Нева");
        assertThat(words).doesNotContain("Волга");
        assertThat(guest.about("Coalesced")).hasSize(2);
    }

    @Test
    void everybodyReadsItInHisLanguageAndByHisClock() throws Exception {
        var boris = ApiClient.loggedIn(server, "boris");
        var before = (ObjectNode) boris.get("/api/v1/settings").body();
        try {
            boris.put(
                    "/api/v1/settings",
                    before.deepCopy()
                            .put("timeZone", "Asia/Tokyo")
                            .put("language", "ru")
                            .toString());
            planned("Translated", "boris@kalends.test");
            var mail = new Mailbox(server, "boris@kalends.test")
                    .await("Translated", 1)
                    .get(0);
            assertThat(mail.getSubject()).startsWith("Приглашение: Translated").contains("16:00–17:00");
            assertThat(header(mail, "Content-Language")).isEqualTo("ru");
            assertThat(Mailbox.text(mail, "text/plain")).contains("16:00–17:00").contains("10:00–11:00");
        } finally {
            boris.put("/api/v1/settings", before.toString());
        }
    }

    @Test
    void theMatrixAndNotifyNoneKeepMailAway() {
        var boris = ApiClient.loggedIn(server, "boris");
        var mailbox = new Mailbox(server, "boris@kalends.test");
        var before = (ObjectNode) boris.get("/api/v1/settings").body();
        var quiet = before.deepCopy();
        ((ObjectNode) quiet.get("notifications").get("invitation")).put("mail", false);
        try {
            boris.put("/api/v1/settings", quiet.toString());
            planned("Unwanted", "boris@kalends.test", "guest@example.org");
            guest.await("Unwanted", 1);
            assertThat(mailbox.about("Unwanted")).isEmpty();
        } finally {
            boris.put("/api/v1/settings", before.toString());
        }
        var silent = inviting(timed("Silent", day.plusDays(1), "10:00", "11:00"), "boris@kalends.test");
        clara.post("/api/v1/events?notify=none", silent.toString());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> items(boris.get("/api/v1/events?q=silent&" + range(day.plusDays(1), day.plusDays(2))))
                                .size()
                        == 1);
        planned("Spoken", "boris@kalends.test");
        mailbox.await("Spoken", 1);
        assertThat(mailbox.about("Silent")).isEmpty();
    }

    @WaitingTest
    void anAnswerTellsTheOrganizerAndAsksNoRobotToAnswer() throws Exception {
        planned("Answered mail", "boris@kalends.test");
        var boris = ApiClient.loggedIn(server, "boris");
        var copies = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> items(boris.get("/api/v1/events?q=answered&" + range(day, day.plusDays(1)))),
                        c -> c.size() == 1);
        boris.put("/api/v1/events/" + copies.get(0).get("id").asText() + "/answer", "{\"status\":\"accepted\"}");
        var mail = new Mailbox(server, "clara@kalends.test")
                .await("Answered mail", 1)
                .get(0);
        assertThat(Mailbox.method(mail)).isEqualTo("REPLY");
        assertThat(header(mail, "X-Auto-Response-Suppress")).isEqualTo("DR, RN, NRN, OOF, AutoReply");
        assertThat(ICalendar.parse(Mailbox.text(mail, "text/calendar")).lead().attendees())
                .singleElement()
                .satisfies(a -> assertThat(a.address().value()).isEqualTo("boris@kalends.test"));
    }

    @WaitingTest
    void theOrganizerRemindsThoseWhoHaveNotAnsweredOnceInAnHour() throws Exception {
        var made = planned("Awaited", "guest@example.org", "boris@kalends.test");
        guest.await("Awaited", 1);
        var remind = "/api/v1/events/" + made.body().get("id").asText() + "/remind";
        var asked = clara.post(remind, "");
        assertThat(asked.status()).as(asked.raw().body()).isEqualTo(200);
        assertThat(asked.body().get("awaited").asInt()).isEqualTo(2);
        var mail = guest.await("Awaited", 2).stream()
                .filter(one -> subject(one).startsWith("Your answer, please: Awaited — "))
                .findFirst()
                .orElseThrow();
        assertThat(Mailbox.method(mail)).isEqualTo("REQUEST");
        assertThat(Mailbox.text(mail, "text/plain")).contains("is waiting for your answer", "answer=accepted");
        assertThat(clara.post(remind, "").status()).isEqualTo(200);
        var dmitri = ApiClient.loggedIn(server, "dmitri");
        assertThat(dmitri.post(remind, "").status()).isEqualTo(404);
        planned("Afterwards", "guest@example.org");
        guest.await("Afterwards", 1);
        assertThat(guest.about("Awaited")).hasSize(2);
    }

    @WaitingTest
    void restoringOutOfTheTrashInvitesAgainWithARevisionBeyondTheCancellation() throws Exception {
        var made = planned("Phoenix", "phoenix@example.org");
        var mailbox = new Mailbox(server, "phoenix@example.org");
        mailbox.await("Phoenix", 1);
        clara.delete(path(made), made.etag());
        var cancellation = mailbox.await("Phoenix", 2).get(1);
        var restored = clara.post(path(made) + "/restore", "");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.etag()).isNotEqualTo(made.etag());
        assertThat(restored.body().get("status").asText()).isEqualTo("confirmed");
        var again = mailbox.await("Phoenix", 3).get(2);
        assertThat(Mailbox.method(again)).isEqualTo("REQUEST");
        var gone = ICalendar.parse(Mailbox.text(cancellation, "text/calendar"))
                .lead()
                .revision();
        var back = ICalendar.parse(Mailbox.text(again, "text/calendar")).lead().revision();
        assertThat(back.sequence()).isGreaterThanOrEqualTo(gone.sequence());
        assertThat(back.stamp()).isAfter(gone.stamp());
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
