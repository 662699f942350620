package org.kalends.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.items;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

class CalendarFilesIT {

    private static final String CALENDARS = "/api/v1/calendars/";
    private static final KalendsServer SERVER = KalendsServer.shared();

    private final ApiClient eva = ApiClient.loggedIn(SERVER, "eva");
    private final DavClient program = DavClient.demo(SERVER, "eva");
    private String id = "";

    @BeforeEach
    void aCalendarOfItsOwn() {
        id = made("Dacha");
    }

    private String made(String name) {
        var made = eva.post("/api/v1/calendars", "{\"name\":\"" + name + "\",\"color\":\"#0b8043\"}");
        assertThat(made.status()).isEqualTo(201);
        return made.body().get("id").asText();
    }

    private Answer imported(String text) {
        return eva.postAs("text/calendar", CALENDARS + id + "/import?notify=none", text);
    }

    private Answer exported(String calendar) {
        return eva.get(CALENDARS + calendar + "/export.ics");
    }

    private static String file(String... components) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Other//EN\nMETHOD:PUBLISH\n" + String.join("\n", components)
                        + "\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261124T120000Z\n" + lines + "\nEND:VEVENT";
    }

    private static String counts(Answer report) {
        assertThat(report.status()).as(report.raw().body()).isEqualTo(200);
        return report.body().get("imported") + " " + report.body().get("updated") + " "
                + report.body().get("unchanged") + " " + report.body().get("refused");
    }

    @Test
    void tellsWhatBecameOfEachObject() {
        var uid = UUID.randomUUID().toString();
        var good = event(uid + "-1", "DTSTART:20270301T100000Z\nDURATION:PT1H\nSUMMARY:One");
        var bad = event(uid + "-2", "DTSTART:yesterday\nSUMMARY:Two");
        var todo = "BEGIN:VTODO\nUID:" + uid + "-3\nDTSTAMP:20261124T120000Z\nSUMMARY:Dig\nEND:VTODO";
        var journal = "BEGIN:VJOURNAL\nUID:" + uid + "-4\nDTSTAMP:20261124T120000Z\nSUMMARY:Dug\nEND:VJOURNAL";
        var first = imported(file(good, bad, todo, journal));
        assertThat(counts(first)).isEqualTo("3 0 0 1");
        var refused = items(first).get(1);
        assertThat(refused.get("uid").asText()).isEqualTo(uid + "-2");
        assertThat(refused.get("outcome").asText()).isEqualTo("refused");
        assertThat(refused.get("reason").asText()).contains("DTSTART");

        assertThat(counts(imported(file(good.replace("20261124T12", "20261125T13"), todo))))
                .isEqualTo("0 0 2 0");
        assertThat(counts(imported(file(good.replace("One", "Uno"), todo)))).isEqualTo("0 1 1 0");
        assertThat(exported(id).raw().body())
                .contains("SUMMARY:Uno", "SUMMARY:Dig", "SUMMARY:Dug")
                .doesNotContain("One");
    }

    @Test
    void whatWasNotChangedIsNoChangeForThoseWhoSynchronise() {
        var text = file(event("same-" + UUID.randomUUID(), "DTSTART:20270301T100000Z\nDURATION:PT1H"));
        imported(text);
        var before = exported(id).etag();
        assertThat(counts(imported(text.replace("DTSTAMP:20261124", "DTSTAMP:20261125"))))
                .isEqualTo("0 0 1 0");
        assertThat(exported(id).etag()).isEqualTo(before);
        assertThat(eva.getUnless(CALENDARS + id + "/export.ics", before).status())
                .isEqualTo(304);
    }

    @Test
    void aMeetingOfAFileInvitesNobody() {
        var uid = "meeting-" + UUID.randomUUID();
        var guest = "guest-" + UUID.randomUUID() + "@outside.example";
        var lines = "DTSTART:20270302T100000Z\nDURATION:PT1H\nSUMMARY:Silent\nORGANIZER:mailto:eva@kalends.test\n"
                + "ATTENDEE:mailto:" + guest + "\nATTENDEE:mailto:boris@kalends.test";
        assertThat(counts(imported(file(event(uid, lines))))).isEqualTo("1 0 0 0");
        var foreign = lines.replace("mailto:eva@kalends.test", "mailto:boss@outside.example")
                .replace("Silent", "Other");
        assertThat(counts(imported(file(event(uid + "-2", foreign))))).isEqualTo("1 0 0 0");
        int messages = SERVER.database().withHandle(handle -> handle.createQuery(
                        "select count(*) from itip_message where uid like ? or ical like ?")
                .bind(0, "%" + uid + "%")
                .bind(1, "%" + guest + "%")
                .mapTo(Integer.class)
                .one());
        assertThat(messages).isZero();
        assertThat(new Mailbox(SERVER, guest).about("")).isEmpty();
    }

    @Test
    void aSeriesIsOneObjectWhereverItsPartsStandAndWindowsZonesAreUnderstood() {
        var uid = "series-" + UUID.randomUUID();
        var zone = "BEGIN:VTIMEZONE\nTZID:Russian Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
                + "TZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE";
        var master = event(
                uid,
                "DTSTART;TZID=Russian Standard Time:20270303T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:S");
        var moved = event(
                uid,
                "RECURRENCE-ID;TZID=Russian Standard Time:20270304T100000\n"
                        + "DTSTART;TZID=Russian Standard Time:20270304T150000\nDURATION:PT1H\nSUMMARY:Moved");
        var other = event(uid + "-x", "DTSTART:20270303T100000Z\nDURATION:PT1H");
        assertThat(counts(imported(file(moved, other, master, zone)))).isEqualTo("2 0 0 0");
        var listed = items(eva.get("/api/v1/events?from=2027-03-03T00:00:00Z&to=2027-03-06T00:00:00Z&calendar=" + id));
        assertThat(listed)
                .extracting(one -> one.at("/start/instant").asText())
                .containsExactlyInAnyOrder(
                        "2027-03-03T07:00:00Z", "2027-03-03T10:00:00Z", "2027-03-04T12:00:00Z", "2027-03-05T07:00:00Z");
    }

    @Test
    void aFormWithAFileIsTakenToo() {
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ics\"\r\n"
                + "Content-Type: text/calendar\r\n\r\n"
                + file(event("form-" + UUID.randomUUID(), "DTSTART:20270301T100000Z\nDURATION:PT1H")) + "\r\n--x--\r\n";
        var answer = eva.postAs("multipart/form-data; boundary=x", CALENDARS + id + "/import", form);
        assertThat(counts(answer)).isEqualTo("1 0 0 0");
        var without = form.replace("name=\"file\"", "name=\"other\"");
        var refused = eva.postAs("multipart/form-data; boundary=x", CALENDARS + id + "/import", without);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("file");
    }

    @Test
    void theFileOfACalendarHasItsNameItsColourAndEachZoneOnceAndIsWhatCaldavGives() {
        var lines = "DTSTART;TZID=Europe/Moscow:20270301T100000\nDURATION:PT1H\nSUMMARY:";
        imported(file(event("z1-" + id, lines + "A"), event("z2-" + id, lines + "B")));
        var answer = exported(id);
        var text = answer.raw().body();
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''Dacha.ics");
        assertThat(text).contains("\r\nNAME:Dacha\r\n", "\r\nCOLOR:#0b8043\r\n");
        assertThat(text.split("BEGIN:VTIMEZONE", -1)).hasSize(2);
        assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(3);
        assertThat(program.get("/dav/calendars/eva/" + id + "/").body()).isEqualTo(text);
    }

    @Test
    void aFileGivesTheSameCalendarElsewhere() {
        var uid = "round-" + UUID.randomUUID();
        imported(file(
                event(
                        uid,
                        "DTSTART;VALUE=DATE:20270305\nSUMMARY:\u0414\u0435\u043d\u044c\nX-OWN;P=1:kept\nCLASS:PRIVATE"),
                event(uid + "2", "DTSTART;TZID=Europe/Berlin:20270305T100000\nRRULE:FREQ=WEEKLY\nDURATION:PT1H")));
        var text = exported(id).raw().body();
        id = made("Dacha");
        assertThat(counts(imported(text))).isEqualTo("2 0 0 0");
        assertThat(exported(id).raw().body().lines().sorted())
                .isEqualTo(text.lines().sorted().toList())
                .isNotEmpty();
    }

    @Test
    void whatIsNoCalendarIsRefusedAndWhatIsTooLargeToo() {
        var noCalendar = imported("<html>");
        assertThat(noCalendar.status()).isEqualTo(400);
        assertThat(noCalendar.body().at("/errors/0/message").asText()).contains("BEGIN:VCALENDAR");
        assertThat(imported("").status()).isEqualTo(400);
        var large = "BEGIN:VCALENDAR\r\n" + "X-A:aaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(34 * 1024 * 32);
        assertThat(imported(large).status()).isEqualTo(413);
        var told = eva.postAs("text/calendar", CALENDARS + id + "/import?notify=all", file());
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.body().at("/errors/0/field").asText()).isEqualTo("notify");
        assertThat(eva.postAs("application/json", CALENDARS + id + "/import", "{}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aLineOfAMillionFoldsIsAnsweredInTime() {
        var folded =
                event("folds-" + UUID.randomUUID(), "DTSTART:20270301T100000Z\nSUMMARY:a" + "\n b".repeat(1_000_000));
        long began = System.nanoTime();
        var report = imported(file(folded, event("after-" + UUID.randomUUID(), "DTSTART:20270301T100000Z")));
        assertThat(report.body().get("imported").asInt()).isPositive();
        assertThat((System.nanoTime() - began) / 1_000_000_000.0).isLessThan(15);
    }

    @Test
    void nobodyElseReachesTheCalendar() {
        var boris = ApiClient.loggedIn(SERVER, "boris");
        assertThat(boris.get(CALENDARS + id + "/export.ics").status()).isEqualTo(404);
        var text = file(event("x", "DTSTART:20270301T100000Z"));
        assertThat(boris.postAs("text/calendar", CALENDARS + id + "/import", text)
                        .status())
                .isEqualTo(404);
        var nobody = ApiClient.anonymous(SERVER);
        assertThat(nobody.get(CALENDARS + id + "/export.ics").status()).isEqualTo(401);
        assertThat(nobody.postAs("text/calendar", CALENDARS + id + "/import", text)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoMayReadGetsAFileWithoutWhatIsPrivateAndWritesNothingIntoIt() {
        var secret = event("secret-" + id, "DTSTART:20270301T100000Z\nSUMMARY:Doctor\nCLASS:PRIVATE");
        imported(file(secret, event("open-" + id, "DTSTART:20270301T120000Z\nSUMMARY:Review")));
        var share = CALENDARS + id + "/shares/boris";
        var boris = ApiClient.loggedIn(SERVER, "boris");
        eva.put(share, "{\"level\":\"freebusy\"}");
        assertThat(boris.get(CALENDARS + id + "/export.ics").status()).isEqualTo(403);
        eva.put(share, "{\"level\":\"read\"}");
        var exported = boris.get(CALENDARS + id + "/export.ics");
        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.raw().body()).contains("Review", "UID:secret-" + id).doesNotContain("Doctor");
        var more = file(event("more-" + id, "DTSTART:20270301T140000Z"));
        assertThat(boris.postAs("text/calendar", CALENDARS + id + "/import", more)
                        .status())
                .isEqualTo(403);
        eva.put(share, "{\"level\":\"write\"}");
        var written =
                boris.postAs("text/calendar", CALENDARS + id + "/import", file(secret.replace("Doctor", "Dentist")));
        assertThat(counts(written)).isEqualTo("0 0 0 1");
        assertThat(counts(boris.postAs("text/calendar", CALENDARS + id + "/import", more)))
                .isEqualTo("1 0 0 0");
    }
}
