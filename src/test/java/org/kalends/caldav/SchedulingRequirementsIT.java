package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.newUid;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

/** What users of other servers complained of, tried by CalDAV and seen in homes and mailboxes. */
class SchedulingRequirementsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SECRET = "Correct horse battery";
    private static final String EVA = "eva@kalends.test";

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient clara = DavClient.demo(server, "clara");
    private final DavClient eva = DavClient.demo(server, "eva");
    private final String uid = newUid();
    private final String title = "Requirement " + UUID.randomUUID();
    private final String guest = "guest-" + UUID.randomUUID() + "@elsewhere.test";
    private final Mailbox guests = new Mailbox(server, guest);
    private final String path = "/dav/calendars/clara/default/" + UUID.randomUUID() + ".ics";

    private String people() {
        return "\nORGANIZER:mailto:clara@kalends.test\nATTENDEE;PARTSTAT=ACCEPTED:mailto:clara@kalends.test\nATTENDEE:mailto:"
                + EVA + "\nATTENDEE:mailto:" + guest;
    }

    private String daily(String more, String instances) {
        return Texts.calendar(
                vevent("DTSTART:20281106T100000Z\nDTEND:20281106T110000Z\nRRULE:FREQ=DAILY;COUNT=5" + more)
                        + instances);
    }

    private String vevent(String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261124T120000Z\nSUMMARY:" + title + "\n" + lines + people()
                + "\nEND:VEVENT";
    }

    private DavClient.Answer evas() {
        return eva.query(
                "/dav/calendars/eva/default/",
                "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                        + "</C:text-match></C:prop-filter></C:comp-filter>");
    }

    private String copy() {
        return evas().text("//C:calendar-data").replace("\r\n ", "");
    }

    private void invited(String text) {
        assertThat(clara.put(path, text).status()).isEqualTo(201);
        guests.await(title, 1);
        await().atMost(SOON).until(() -> !copy().isEmpty());
    }

    private static String calendar(MimeMessage mail) {
        return Mailbox.text(mail, "text/calendar").replace("\r\n ", "");
    }

    private List<MimeMessage> mails(int count) {
        var all = guests.await(title, count);
        assertThat(all).hasSize(count);
        return all;
    }

    @Test
    @DisplayName("R1, R2: one instance taken out is cancelled alone, and reaches nobody as an invitation")
    void oneInstanceTakenOut() throws MessagingException {
        invited(daily("", ""));
        clara.put(path, daily("\nEXDATE:20281108T100000Z", ""));
        var cancelled = mails(2).get(1);
        assertThat(Mailbox.method(cancelled)).isEqualTo("CANCEL");
        assertThat(calendar(cancelled))
                .contains("RECURRENCE-ID:20281108T100000Z")
                .doesNotContain("RRULE");
        await().atMost(SOON).until(() -> copy().contains("EXDATE"));
        assertThat(copy()).contains("RRULE").doesNotContain("STATUS:CANCELLED");
    }

    @Test
    @DisplayName("R3: an override that is cancelled never reaches the master")
    void overrideCancelled() throws MessagingException {
        invited(daily("", ""));
        var struck = "\n"
                + vevent("RECURRENCE-ID:20281109T100000Z\nDTSTART:20281109T100000Z\nDTEND:20281109T110000Z"
                        + "\nSTATUS:CANCELLED");
        assertThat(clara.put(path, daily("", struck)).status()).isEqualTo(204);
        var cancelled = mails(2).get(1);
        assertThat(Mailbox.method(cancelled)).isEqualTo("CANCEL");
        assertThat(calendar(cancelled))
                .contains("RECURRENCE-ID:20281109T100000Z")
                .doesNotContain("RRULE");
        await().atMost(SOON).until(() -> copy().contains("20281109T100000Z"));
        assertThat(copy().substring(0, copy().indexOf("END:VEVENT"))).doesNotContain("STATUS:CANCELLED");
    }

    @Test
    @DisplayName("R9, R11: a MOVE sends nothing and keeps the Schedule-Tag, a DELETE sends one CANCEL")
    void movedAndDeleted() throws MessagingException {
        invited(daily("", ""));
        var tag = clara.get(path).header("Schedule-Tag");
        var calendar = OwnCalendar.of("clara");
        var moved = calendar.path() + "moved.ics";
        assertThat(clara.send("MOVE", path, "", "Destination", server.address() + moved)
                        .status())
                .isEqualTo(201);
        assertThat(clara.get(moved).header("Schedule-Tag")).isEqualTo(tag);
        assertThat(clara.delete(moved).status()).isEqualTo(204);
        assertThat(Mailbox.method(mails(2).get(1))).isEqualTo("CANCEL");
        await().atMost(SOON).until(() -> copy().contains("STATUS:CANCELLED"));
    }

    @Test
    @DisplayName("R12: a known UID under a new name is refused with where it is")
    void knownUid() {
        invited(daily("", ""));
        var again = clara.put("/dav/calendars/clara/default/" + UUID.randomUUID() + ".ics", daily("", ""));
        assertThat(again.precondition()).isEqualTo("C:no-uid-conflict");
        assertThat(again.text("//D:href")).isEqualTo(path);
        var elsewhere = OwnCalendar.of("clara").put("other.ics", daily("", ""));
        assertThat(elsewhere.precondition()).isEqualTo("C:unique-scheduling-object-resource");
        assertThat(elsewhere.text("//D:href")).isEqualTo(path);
    }

    @Test
    @DisplayName(
            "R15, R16: what is an attendee's own reaches nobody and survives changes; what is the organizer's he may not change")
    void whatIsHisOwn() {
        var alarm = "\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:%s\nTRIGGER:-PT%dM\nEND:VALARM\nEND:VEVENT";
        invited(daily("", "")
                .replace("\r\nEND:VEVENT", alarm.formatted("Claras", 7).replace("\n", "\r\n")));
        var href = evas().text("//D:response/D:href");
        assertThat(copy()).doesNotContain("Claras").doesNotContain("-PT7M");
        var own = eva.get(href).body().replaceFirst("TRANSP:OPAQUE\r\n", "");
        own = own.replace("\r\nEND:VEVENT", alarm.formatted("Evas", 3).replace("\n", "\r\n"))
                .replace("\r\nSUMMARY", "\r\nTRANSP:TRANSPARENT\r\nSUMMARY");
        assertThat(eva.put(href, own).status()).isEqualTo(204);
        assertThat(eva.put(href, own.replace(title, "Mine")).precondition())
                .isEqualTo("C:allowed-attendee-scheduling-object-change");
        clara.put(path, daily("\nLOCATION:Elsewhere", ""));
        await().atMost(SOON).until(() -> copy().contains("LOCATION:Elsewhere"));
        assertThat(copy()).contains("Evas").contains("TRANSP:TRANSPARENT");
        assertThat(clara.get(path).body()).doesNotContain("Evas").doesNotContain("TRANSPARENT");
    }

    @Test
    void anAttendeeWhoTakesAnInstanceOfItsOwnOutOfHisCopyDeclinesIt() {
        var moved = "\n" + vevent("RECURRENCE-ID:20281109T100000Z\nDTSTART:20281109T150000Z\nDTEND:20281109T160000Z");
        invited(daily("", moved));
        await().atMost(SOON).until(() -> copy().contains("RECURRENCE-ID"));
        var href = evas().text("//D:response/D:href");
        var own = eva.get(href).body();
        int at = own.lastIndexOf("BEGIN:VEVENT");
        var without = own.substring(0, at) + own.substring(own.indexOf("END:VEVENT", at) + 12);
        assertThat(eva.put(href, without).status()).isEqualTo(204);
        await().atMost(SOON).untilAsserted(() -> {
            var all = clara.get(path).body().replace("\r\n ", "");
            assertThat(all.substring(all.indexOf("RECURRENCE-ID")))
                    .containsPattern("ATTENDEE[^\\r\\n]*PARTSTAT=DECLINED[^\\r\\n]*" + EVA);
            assertThat(all.substring(0, all.indexOf("END:VEVENT"))).doesNotContain("DECLINED");
        });
    }

    private String busyOfEva() {
        var question = "METHOD:REQUEST\nBEGIN:VFREEBUSY\nUID:fb\nDTSTAMP:20261124T120000Z\nDTSTART:20281120T000000Z"
                + "\nDTEND:20281121T000000Z\nORGANIZER:mailto:clara@kalends.test\nATTENDEE:mailto:" + EVA
                + "\nEND:VFREEBUSY";
        return clara.send(
                        "POST",
                        "/dav/calendars/clara/outbox/",
                        Texts.calendar(question),
                        "Content-Type",
                        "text/calendar; charset=utf-8")
                .text("//C:calendar-data");
    }

    @Test
    @DisplayName("R24: what waits for an answer is tentative, what was declined is free")
    void declinedIsFree() {
        invited(Texts.calendar(vevent("DTSTART:20281120T100000Z\nDTEND:20281120T110000Z")));
        assertThat(busyOfEva()).contains("FBTYPE=BUSY-TENTATIVE:20281120T100000Z");
        var href = evas().text("//D:response/D:href");
        var declined = eva.get(href)
                .body()
                .replace("\r\n ", "")
                .replaceFirst("PARTSTAT=NEEDS-ACTION([^\\r\\n]*:mailto:eva)", "PARTSTAT=DECLINED$1");
        assertThat(eva.put(href, declined).status()).isEqualTo(204);
        assertThat(busyOfEva()).doesNotContain("20281120T100000Z/");
    }

    @Test
    @DisplayName("R13: every alias of a user is that user, when he is invited and when he answers")
    void aliases() {
        var login = "al" + UUID.randomUUID().toString().substring(0, 8);
        var alias = login + ".alias@kalends.test";
        var person = ApiClient.JSON
                .createObjectNode()
                .put("login", login)
                .put("name", "Al Ias")
                .put("address", login + "@kalends.test")
                .put("password", SECRET);
        person.putArray("aliases").add(alias);
        var made = ApiClient.loggedIn(server, "admin").post("/api/v1/admin/users", person.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var home = DavClient.of(server, login, SECRET);
        clara.put(
                path,
                Texts.calendar(vevent("DTSTART:20281121T100000Z\nDTEND:20281121T110000Z")
                        .replace(EVA, alias)));
        var query = "<C:comp-filter name=\"VEVENT\"/>";
        var calendar = "/dav/calendars/" + login + "/default/";
        await().atMost(SOON)
                .until(() ->
                        !home.query(calendar, query).text("//D:response/D:href").isEmpty());
        var href = home.query(calendar, query).text("//D:response/D:href");
        var accepted = home.get(href)
                .body()
                .replace("\r\n ", "")
                .replaceFirst("PARTSTAT=NEEDS-ACTION([^\\r\\n]*:mailto:" + login + ")", "PARTSTAT=ACCEPTED$1");
        assertThat(home.put(href, accepted).status()).isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clara.get(path).body().replace("\r\n ", ""))
                        .containsPattern("PARTSTAT=ACCEPTED[^\\r\\n]*:mailto:" + alias));
    }
}
