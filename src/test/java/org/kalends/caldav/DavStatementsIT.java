package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.DavClient.Answer;

/**
 * How many SQL statements a CalDAV request takes, counted by the server at the driver: the same whatever there is, and no
 * more than what each kind of request needs. The log-in check is in it, which is one for who logged in lately, and so is
 * the beginning and the end of what is read through a cursor.
 */
class DavStatementsIT {

    private static final String[] COUNTED = {"X-Count-Statements", "yes"};
    private static final String HOME = "/dav/calendars/eva/";
    private static final int MANY = 40;
    private static final String PROPERTIES = "<D:getetag/><D:getcontenttype/><D:getcontentlength/>";

    private static OwnCalendar few;
    private static OwnCalendar full;
    private static final List<String> NAMES =
            IntStream.range(0, MANY).mapToObj(i -> "n" + i + ".ics").toList();

    @BeforeAll
    static void aCalendarOfOneAndOneOfMany() {
        few = OwnCalendar.of("eva");
        full = OwnCalendar.of("eva");
        stored(few, "one.ics");
        NAMES.forEach(name -> stored(full, name));
    }

    private static void stored(OwnCalendar calendar, String name) {
        assertThat(calendar.put(name, at(newUid(), "20290110T100000Z", "Counted"))
                        .status())
                .isEqualTo(201);
    }

    /** The fewest of several: a connection that is opened just now brings statements of its own. */
    private static int statements(int status, Supplier<Answer> request) {
        return Stream.generate(request)
                .limit(3)
                .peek(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(status))
                .mapToInt(answer -> Integer.parseInt(answer.header("X-Statements")))
                .min()
                .orElseThrow();
    }

    private static Answer propfind(String path, int depth, String properties) {
        return full.client()
                .send(
                        "PROPFIND",
                        path,
                        "<D:propfind" + DavClient.NAMESPACES + "><D:prop>" + properties + "</D:prop></D:propfind>",
                        "Depth",
                        Integer.toString(depth),
                        COUNTED[0],
                        COUNTED[1]);
    }

    private static Answer report(OwnCalendar calendar, String name, String content) {
        var body = "<" + name + DavClient.NAMESPACES + ">" + content + "</" + name + ">";
        return calendar.client().report(calendar.path(), body, "Depth", "1", COUNTED[0], COUNTED[1]);
    }

    @Test
    void aGetFindsTheCalendarAndTheObject() {
        var path = full.path() + NAMES.get(7);
        assertThat(statements(200, () -> full.client().get(path, COUNTED))).isLessThanOrEqualTo(3);
        var tag = full.get(NAMES.get(7)).etag();
        assertThat(statements(304, () -> full.client().get(path, "If-None-Match", tag, COUNTED[0], COUNTED[1])))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void aPropfindTakesNoMoreForManyThanForOne() {
        assertThat(statements(207, () -> propfind(full.path(), 0, "<D:displayname/><CS:getctag/><D:sync-token/>")))
                .isLessThanOrEqualTo(4);
        assertThat(statements(207, () -> propfind(full.path(), 1, PROPERTIES)))
                .isEqualTo(statements(207, () -> propfind(few.path(), 1, PROPERTIES)))
                .isLessThanOrEqualTo(6);
    }

    /** Beyond what a home takes, which is one statement for all of its calendars, nothing is asked for. */
    @Test
    void whatCalendarsTakeIsAskedForOnce() {
        int listed = statements(207, () -> propfind(HOME, 1, "<D:displayname/><C:not-said-of-any/>"));
        assertThat(statements(
                        207,
                        () -> propfind(HOME, 1, "<D:displayname/><D:quota-used-bytes/><D:quota-available-bytes/>")))
                .isLessThanOrEqualTo(listed + 1);
        assertThat(statements(207, () -> propfind(HOME, 1, "<D:displayname/><C:calendar-availability/>")))
                .isLessThanOrEqualTo(listed + 1);
    }

    @Test
    void aSyncTakesNoMoreForManyThanForNothing() {
        var token = full.client().sync(full.path(), "", "<D:getetag/>").text("//D:multistatus/D:sync-token");
        assertThat(statements(207, () -> synced(full, token, "<D:getetag/>")))
                .isEqualTo(statements(207, () -> synced(full, "", "<D:getetag/>")))
                .isEqualTo(statements(207, () -> synced(full, "", "<D:getetag/><C:calendar-data/>")))
                .isLessThanOrEqualTo(5);
    }

    private static Answer synced(OwnCalendar calendar, String token, String properties) {
        return report(
                calendar,
                "D:sync-collection",
                "<D:sync-token>" + token + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop>" + properties
                        + "</D:prop>");
    }

    @Test
    void aMultigetTakesNoMoreForManyThanForOne() {
        assertThat(statements(207, () -> got(full, NAMES)))
                .isEqualTo(statements(207, () -> got(few, List.of("one.ics"))))
                .isLessThanOrEqualTo(6);
    }

    private static Answer got(OwnCalendar calendar, List<String> names) {
        var hrefs = new StringBuilder();
        names.forEach(name -> hrefs.append("<D:href>" + calendar.path() + name + "</D:href>"));
        return report(calendar, "C:calendar-multiget", "<D:prop><D:getetag/><C:calendar-data/></D:prop>" + hrefs);
    }

    @Test
    void aQueryTakesNoMoreForManyThanForOne() {
        assertThat(statements(207, () -> queried(full)))
                .isEqualTo(statements(207, () -> queried(few)))
                .isLessThanOrEqualTo(5);
        assertThat(statements(200, () -> busy(full)))
                .isEqualTo(statements(200, () -> busy(few)))
                .isLessThanOrEqualTo(5);
    }

    private static Answer queried(OwnCalendar calendar) {
        return report(
                calendar,
                "C:calendar-query",
                "<D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\">"
                        + "<C:comp-filter name=\"VEVENT\"><C:time-range start=\"20290101T000000Z\""
                        + " end=\"20290201T000000Z\"/></C:comp-filter></C:comp-filter></C:filter>");
    }

    private static Answer busy(OwnCalendar calendar) {
        return report(
                calendar, "C:free-busy-query", "<C:time-range start=\"20290101T000000Z\" end=\"20290201T000000Z\"/>");
    }

    @Test
    void aPutAndADeleteTakeTheSameForOneInstanceAndForMany() {
        int put = statements(201, () -> made("DTSTART:20290301T100000Z\nDURATION:PT1H\nSUMMARY:Counted"));
        assertThat(statements(
                        201,
                        () -> made(
                                "DTSTART:20290301T100000Z\nDURATION:PT1H\nSUMMARY:Counted\nRRULE:FREQ=DAILY;COUNT=90")))
                .isEqualTo(put);
        assertThat(put).isLessThanOrEqualTo(PUT_TAKES);
        assertThat(statements(204, DavStatementsIT::changed)).isLessThanOrEqualTo(PUT_TAKES + 2);
        assertThat(statements(204, () -> few.client().delete(few.path() + stored("d"), COUNTED)))
                .isLessThanOrEqualTo(PUT_TAKES);
    }

    /** Log-in, calendar, its lock, what is there, the edit lock, the owner's addresses, the object, audit, notice, commit. */
    private static final int PUT_TAKES = 14;

    private static String stored(String prefix) {
        var name = prefix + UUID.randomUUID() + ".ics";
        stored(few, name);
        return name;
    }

    private static Answer made(String lines) {
        return few.put(UUID.randomUUID() + ".ics", event(newUid(), lines), COUNTED);
    }

    private static Answer changed() {
        var uid = newUid();
        few.put(uid + ".ics", at(uid, "20290301T100000Z", "Before"));
        return few.put(uid + ".ics", at(uid, "20290302T100000Z", "After"), COUNTED);
    }
}
