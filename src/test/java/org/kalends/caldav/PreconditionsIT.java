package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.calendar;
import static org.kalends.caldav.Texts.component;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.KalendsServer;

/** Each refusal of a PUT by the name that the RFCs give it; nothing is stored. */
class PreconditionsIT {

    private static final String START = "DTSTART:20270110T100000Z\nDURATION:PT1H\n";
    private static OwnCalendar own;

    private final String uid = newUid();

    @BeforeAll
    static void make() {
        own = OwnCalendar.of("anna");
    }

    private static void refused(Answer answer, String precondition) {
        assertThat(answer.precondition()).isEqualTo(precondition);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("//D:responsedescription")).isNotEmpty();
    }

    private Answer put(String text, String... headers) {
        var answer = own.put(uid + ".ics", text, headers);
        assertThat(own.get(uid + ".ics").status()).isEqualTo(404);
        return answer;
    }

    @Test
    void whatIsNoCalendarDataIsRefused() {
        refused(put("hello"), "C:valid-calendar-data");
        refused(put(event(uid, "SUMMARY:No start")), "C:valid-calendar-data");
        refused(put(event(uid, START + "RRULE:FREQ=SOMETIMES")), "C:valid-calendar-data");
        refused(put(event(uid, "DTSTART:20270110T100000Z\nDTEND:20270110T090000Z")), "C:valid-calendar-data");
        refused(put(event("", START)), "C:valid-calendar-data");
        refused(put(at(uid, "20270110T100000Z", "\u0001")), "C:valid-calendar-data");
    }

    @Test
    void ofWhichMediaTypeMatters() {
        refused(put(at(uid, "20270110T100000Z", "x"), "Content-Type", "text/vcard"), "C:supported-calendar-data");
        refused(
                put(at(uid, "20270110T100000Z", "x"), "Content-Type", "text/calendar; charset=koi8-r"),
                "C:supported-calendar-data");
        refused(
                put(at(uid, "20270110T100000Z", "x"), "Content-Type", "text/calendar; version=1.0"),
                "C:supported-calendar-data");
    }

    @Test
    void anObjectHoldsOneUidAndOneKind() {
        var one = "BEGIN:VEVENT\nUID:a\nDTSTAMP:20261124T120000Z\n" + START + "END:VEVENT\n";
        refused(put(calendar(one + one.replace("UID:a", "UID:b").strip())), "C:valid-calendar-object-resource");
        refused(put(calendar(one + one.strip())), "C:valid-calendar-object-resource");
        refused(put(calendar("METHOD:REQUEST\n" + one.strip())), "C:valid-calendar-object-resource");
        refused(
                put(calendar(one + "BEGIN:VTODO\nUID:a\nDTSTAMP:20261124T120000Z\nEND:VTODO")),
                "C:valid-calendar-object-resource");
        var override = one.replace("UID:a\n", "UID:a\nRECURRENCE-ID:20270110T100000Z\n");
        refused(put(calendar(override + override.strip())), "C:valid-calendar-object-resource");
    }

    @Test
    void aCalendarTakesWhatItWasMadeFor() {
        var path = own.path().replaceFirst("/$", "-todos/");
        own.client()
                .send(
                        "MKCALENDAR",
                        path,
                        "<C:mkcalendar xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:set><D:prop>"
                                + "<C:supported-calendar-component-set><C:comp name=\"VTODO\"/></C:supported-calendar-component-set>"
                                + "</D:prop></D:set></C:mkcalendar>");
        refused(own.client().put(path + "e.ics", at(uid, "20270110T100000Z", "x")), "C:supported-calendar-component");
        assertThat(own.client()
                        .put(path + "t.ics", component("VTODO", uid, "SUMMARY:x"))
                        .status())
                .isEqualTo(201);
        refused(put(component("X-THING", uid, "SUMMARY:x")), "C:supported-calendar-component");
    }

    @Test
    void timeHasBounds() {
        refused(put(at(uid, "18991231T100000Z", "x")), "C:min-date-time");
        refused(put(at(uid, "22010101T100000Z", "x")), "C:max-date-time");
        refused(put(event(uid, START + "RRULE:FREQ=YEARLY;UNTIL=22500101T000000Z")), "C:max-date-time");
    }

    @Test
    void seriesAreBounded() {
        refused(put(event(uid, START + "RRULE:FREQ=SECONDLY")), "C:max-instances");
        refused(put(event(uid, START + "RRULE:FREQ=DAILY;COUNT=1000000000")), "C:max-instances");
    }

    @Test
    void soAreAttendees() {
        var text = new StringBuilder(START + "ORGANIZER:mailto:anna@kalends.test");
        for (int i = 0; i < 2_001; i++)
            text.append("\nATTENDEE:mailto:a").append(i).append("@elsewhere.test");
        refused(put(event(uid, text.toString())), "C:max-attendees-per-instance");
    }

    @Test
    void anObjectLargerThanTenMebibytesIsRefused() {
        refused(put(at(uid, "20270110T100000Z", "x".repeat(10 * 1024 * 1024))), "C:max-resource-size");
    }

    /** By a client that waits for the answer before it sends a body. */
    @Test
    void aBodyOfMoreThanSixteenIsRefusedUnread() throws IOException {
        var address = URI.create(KalendsServer.shared().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            var login = Base64.getEncoder().encodeToString("anna:demo".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("PUT " + own.path() + "big.ics HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\nAuthorization: Basic " + login
                                    + "\r\nContent-Type: text/calendar\r\nContent-Length: 104857600\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aMeetingHasOneOrganizerWhoIsOneself() {
        var other = "ORGANIZER:mailto:eva@kalends.test\nATTENDEE:mailto:boris@kalends.test";
        refused(put(event(uid, START + other)), "C:valid-organizer");
        var master = "BEGIN:VEVENT\nUID:a\nDTSTAMP:20261124T120000Z\nDTSTART:20270110T100000Z\nRRULE:FREQ=DAILY\n"
                + "ORGANIZER:mailto:anna@kalends.test\nEND:VEVENT\n";
        var override = master.replace("RRULE:FREQ=DAILY", "RECURRENCE-ID:20270111T100000Z")
                .replace("anna", "eva");
        refused(put(calendar(master + override.strip())), "C:same-organizer-in-all-components");
    }

    @Test
    void theOrganizerCannotHandAMeetingOver() {
        var mine = event(uid, START + "ORGANIZER:mailto:anna@kalends.test\nATTENDEE:mailto:guest@elsewhere.test");
        assertThat(own.put(uid, mine).status()).isEqualTo(201);
        var handed = mine.replace("ORGANIZER:mailto:anna@", "ORGANIZER:mailto:eva@");
        refused(own.put(uid, handed), "C:allowed-organizer-scheduling-object-change");
        assertThat(own.get(uid).body()).isEqualTo(mine);
    }

    @Test
    void anAttendeeChangesOnlyWhatIsHis() {
        var invited = event(
                uid,
                START + "SUMMARY:Theirs\nORGANIZER:mailto:boss@elsewhere.test\n"
                        + "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anna@kalends.test");
        assertThat(own.put(uid, invited).status()).isEqualTo(201);
        refused(own.put(uid, invited.replace("T100000Z", "T110000Z")), "C:allowed-attendee-scheduling-object-change");
        refused(own.put(uid, invited.replace("Theirs", "Mine")), "C:allowed-attendee-scheduling-object-change");
        assertThat(own.put(uid, invited.replace("NEEDS-ACTION", "ACCEPTED")).status())
                .isEqualTo(204);
    }

    @Test
    void aMeetingIsInAHomeOnce() {
        var mine = event(uid, START + "ORGANIZER:mailto:anna@kalends.test\nATTENDEE:mailto:guest@elsewhere.test");
        own.put(uid, mine);
        var refused = own.client().put("/dav/calendars/anna/default/" + uid, mine);
        refused(refused, "C:unique-scheduling-object-resource");
        assertThat(refused.text("//C:unique-scheduling-object-resource/D:href")).isEqualTo(own.path() + uid);
    }

    @Test
    void whatIsDamagedYetClearIsTakenAsItIs() {
        var odd = "\uFEFFbegin:vcalendar\nversion:2.0\nbegin:vevent\nuid:" + uid
                + "\ndtstamp:20261124T120000Z\ndtstart;tzid=Europe/Moscow:20270110T100000\ndtend;tzid=Europe/Moscow:20270110T100000\n"
                + "summary:\u202Ebidi\nend:vevent\nend:vcalendar";
        assertThat(own.put(uid, odd).status()).isEqualTo(201);
        assertThat(own.get(uid).body()).isEqualTo(odd);
    }

    @Test
    void tasksAndJournalsAreKeptToo() {
        var todo = component("VTODO", uid, "DUE:20270112T100000Z\nSUMMARY:Task\nX-OWN:kept");
        assertThat(own.put(uid, todo).status()).isEqualTo(201);
        assertThat(own.get(uid).body()).isEqualTo(todo);
        assertThat(own.get(uid).header("Content-Type")).endsWith("component=VTODO");
        var journal = newUid();
        assertThat(own.put(journal, component("VJOURNAL", journal, "DTSTART:20270112T100000Z"))
                        .status())
                .isEqualTo(201);
        var range = "<C:time-range start=\"20270112T093000Z\" end=\"20270112T103000Z\"/>";
        assertThat(own.client()
                        .query(own.path(), "<C:comp-filter name=\"VTODO\">" + range + "</C:comp-filter>")
                        .texts("//D:response/D:href"))
                .containsExactly(own.path() + uid);
        assertThat(own.client()
                        .query(own.path(), "<C:comp-filter name=\"VJOURNAL\">" + range + "</C:comp-filter>")
                        .texts("//D:response/D:href"))
                .containsExactly(own.path() + journal);
        assertThat(own.client().delete(own.path() + uid).status()).isEqualTo(204);
        assertThat(own.get(uid).status()).isEqualTo(404);
    }
}
