package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

/** Parameters by which programs steer scheduling, and by which the server tells what came of it (RFC 6638, 7). */
class ScheduleParametersIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient clara = DavClient.demo(server, "clara");
    private final DavClient eva = DavClient.demo(server, "eva");
    private final String uid = newUid();
    private final String title = "Parameters " + UUID.randomUUID();
    private final String guest = "guest-" + UUID.randomUUID() + "@elsewhere.test";
    private final String path = "/dav/calendars/clara/default/" + UUID.randomUUID() + ".ics";

    private String meeting(String attendees) {
        return event(
                uid,
                "DTSTART:20280904T100000Z\nDTEND:20280904T110000Z\nSUMMARY:" + title
                        + "\nORGANIZER:mailto:clara@kalends.test\nATTENDEE;PARTSTAT=ACCEPTED:mailto:clara@kalends.test"
                        + attendees);
    }

    private String evasCopy() {
        return eva.query(
                        "/dav/calendars/eva/default/",
                        "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                                + "</C:text-match></C:prop-filter></C:comp-filter>")
                .text("//C:calendar-data");
    }

    private String stored() {
        return unfolded(clara.get(path).body());
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    private static String line(String text, String address) {
        return unfolded(text)
                .lines()
                .filter(line -> line.startsWith("ATTENDEE") && line.endsWith(":mailto:" + address))
                .findFirst()
                .orElse("");
    }

    private void eventually(String address, String parameter) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(line(stored(), address)).contains(parameter));
    }

    private String evasPath() {
        await().atMost(SOON).until(() -> !evasCopy().isEmpty());
        return eva.query(
                        "/dav/calendars/eva/default/",
                        "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                                + "</C:text-match></C:prop-filter></C:comp-filter>")
                .text("//D:response/D:href");
    }

    @Test
    @DisplayName("R23: what came of the messages is noted once, with a new ETag and the same Schedule-Tag")
    void statuses() {
        var made = clara.put(
                path,
                meeting("\nATTENDEE:mailto:eva@kalends.test\nATTENDEE:mailto:" + guest
                        + "\nATTENDEE:mailto:nobody-at-all@kalends.test"));
        assertThat(made.etag()).isEqualTo(clara.get(path).etag());
        eventually("eva@kalends.test", "SCHEDULE-STATUS=1.2");
        eventually("nobody-at-all@kalends.test", "SCHEDULE-STATUS=3.7");
        eventually(guest, "SCHEDULE-STATUS=1.1");
        var now = clara.get(path);
        assertThat(now.etag()).isNotEqualTo(made.etag());
        assertThat(now.header("Schedule-Tag")).isEqualTo(made.header("Schedule-Tag"));
        assertThat(evasCopy()).doesNotContain("SCHEDULE-STATUS");
    }

    @Test
    @DisplayName("R5, R6: an answer to the whole changes its line alone, and an older state of the organizer keeps it")
    void answersWin() {
        var mine = meeting("\nATTENDEE:mailto:eva@kalends.test");
        var made = clara.put(path, mine);
        var copy = evasPath();
        var accepted = unfolded(eva.get(copy).body())
                .replaceFirst("PARTSTAT=NEEDS-ACTION(;RSVP=TRUE)?:mailto:eva", "PARTSTAT=ACCEPTED:mailto:eva")
                .replace("ATTENDEE:mailto:eva", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eva");
        assertThat(eva.put(copy, accepted).status()).isEqualTo(204);
        eventually("eva@kalends.test", "PARTSTAT=ACCEPTED");
        assertThat(line(stored(), "eva@kalends.test")).contains("SCHEDULE-STATUS=2.0");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(unfolded(eva.get(copy).body()))
                        .containsPattern("ORGANIZER[^\n]*SCHEDULE-STATUS=2.0"));
        var older = mine.replace(title, title + " again");
        assertThat(clara.put(path, older, "If-Schedule-Tag-Match", "\"another\"")
                        .status())
                .isEqualTo(412);
        var saved = clara.put(path, older, "If-Schedule-Tag-Match", made.header("Schedule-Tag"));
        assertThat(saved.status()).isEqualTo(204);
        assertThat(saved.etag()).isEmpty();
        assertThat(line(stored(), "eva@kalends.test")).contains("PARTSTAT=ACCEPTED");
        assertThat(stored()).contains(title + " again");
        var moved = clara.put(path, older.replace("T100000Z", "T103000Z"));
        assertThat(moved.etag()).isEmpty();
        assertThat(stored()).contains("SEQUENCE:1");
        assertThat(line(stored(), "eva@kalends.test")).doesNotContain("PARTSTAT=ACCEPTED");
    }

    @Test
    @DisplayName("R7: the same state sends nothing, SCHEDULE-FORCE-SEND=REQUEST sends it again and is not kept")
    void forced() {
        var plain = meeting("\nATTENDEE:mailto:" + guest);
        clara.put(path, plain);
        var mails = new Mailbox(server, guest);
        mails.await(title, 1);
        assertThat(clara.put(path, plain.replace("DTSTAMP:20261124T120000Z", "DTSTAMP:20261124T130000Z"))
                        .status())
                .isEqualTo(204);
        clara.put(path, plain.replace("ATTENDEE:mailto:guest", "ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST:mailto:guest"));
        mails.await(title, 2);
        assertThat(stored()).doesNotContain("FORCE");
        assertThat(mails.about(title)).hasSize(2);
    }

    @Test
    @DisplayName("R9: who deletes his copy declines, unless he says Schedule-Reply: F")
    void repliesLeftOut() {
        var dmitri = DavClient.demo(server, "dmitri");
        clara.put(path, meeting("\nATTENDEE:mailto:eva@kalends.test\nATTENDEE:mailto:dmitri@kalends.test"));
        assertThat(eva.delete(evasPath(), "Schedule-Reply", "F").status()).isEqualTo(204);
        var query = "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                + "</C:text-match></C:prop-filter></C:comp-filter>";
        var his = await().atMost(SOON)
                .until(
                        () -> dmitri.query("/dav/calendars/dmitri/default/", query)
                                .text("//D:response/D:href"),
                        href -> !href.isEmpty());
        assertThat(dmitri.delete(his).status()).isEqualTo(204);
        eventually("dmitri@kalends.test", "PARTSTAT=DECLINED");
        assertThat(line(stored(), "eva@kalends.test")).doesNotContain("DECLINED");
    }

    @Test
    void whoDelegatesSendsAnotherInHisPlaceAndTheOrganizerKnowsBoth() {
        var dmitri = DavClient.demo(server, "dmitri");
        clara.put(path, meeting("\nATTENDEE:mailto:eva@kalends.test"));
        var copy = evasPath();
        var text = unfolded(eva.get(copy).body());
        var line = line(text, "eva@kalends.test");
        var delegated = "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:%s\":mailto:eva@kalends.test"
                + "\r\nATTENDEE;RSVP=TRUE;DELEGATED-FROM=\"mailto:eva@kalends.test\":mailto:%s";
        assertThat(eva.put(copy, text.replace(line, delegated.formatted("clara@kalends.test", "clara@kalends.test")))
                        .precondition())
                .isEqualTo("C:allowed-attendee-scheduling-object-change");
        assertThat(eva.put(copy, text.replace(line, delegated.formatted("dmitri@kalends.test", "dmitri@kalends.test")))
                        .status())
                .isEqualTo(204);
        eventually("eva@kalends.test", "PARTSTAT=DELEGATED");
        assertThat(line(stored(), "eva@kalends.test")).contains("DELEGATED-TO=\"mailto:dmitri@kalends.test\"");
        assertThat(line(stored(), "dmitri@kalends.test")).contains("DELEGATED-FROM=\"mailto:eva@kalends.test\"");
        var query = "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                + "</C:text-match></C:prop-filter></C:comp-filter>";
        var his = await().atMost(SOON)
                .until(
                        () -> dmitri.query("/dav/calendars/dmitri/default/", query),
                        found -> !found.text("//D:response/D:href").isEmpty());
        var accepted =
                unfolded(his.text("//C:calendar-data")).replace("\n", "\r\n").replace("\r\r", "\r");
        var mine = line(accepted, "dmitri@kalends.test");
        accepted = accepted.replace(mine, mine.replaceFirst("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED"));
        assertThat(dmitri.put(his.text("//D:response/D:href"), accepted).status())
                .isEqualTo(204);
        eventually("dmitri@kalends.test", "PARTSTAT=ACCEPTED");
    }

    @Test
    @DisplayName("R10: SCHEDULE-AGENT=CLIENT and NONE stop the server's messages, SERVER again starts them")
    void r10() {
        var agents = "\nATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:eva@kalends.test\nATTENDEE;SCHEDULE-AGENT=NONE:mailto:"
                + guest + "\nATTENDEE:mailto:boris@kalends.test";
        assertThat(clara.put(path, meeting(agents)).status()).isEqualTo(201);
        new Mailbox(server, "boris@kalends.test").await(title, 1);
        assertThat(evasCopy()).isEmpty();
        assertThat(new Mailbox(server, guest).about(title)).isEmpty();
        assertThat(clara.get(path).body()).contains("SCHEDULE-AGENT=CLIENT").contains("SCHEDULE-AGENT=NONE");
        assertThat(clara.put(path, meeting(agents.replace("SCHEDULE-AGENT=CLIENT", "SCHEDULE-AGENT=SERVER")))
                        .status())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> !evasCopy().isEmpty());
        assertThat(evasCopy()).doesNotContain("SCHEDULE-AGENT=NONE");
        assertThat(new Mailbox(server, guest).about(title)).isEmpty();
    }
}
