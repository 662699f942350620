package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kalends.support.DavClient;
import org.kalends.support.FeedServer;
import org.kalends.support.KalendsServer;

/** The header DAV says what works, everywhere the same: each of its tokens is tried, and one that nobody tries fails. */
class CapabilitiesIT {

    private static final String OTHER = "/dav/principals/users/boris/";
    private static final Map<String, Consumer<OwnCalendar>> CHECKS = Map.ofEntries(
            Map.entry("1", CapabilitiesIT::deadPropertiesAndObjectsAreKept),
            Map.entry("3", CapabilitiesIT::conditionsAndErrorBodies),
            Map.entry("access-control", CapabilitiesIT::anotherIsLetIn),
            Map.entry("extended-mkcol", CapabilitiesIT::aCalendarIsMadeByMkcol),
            Map.entry("calendar-access", CapabilitiesIT::reports),
            Map.entry("calendar-schedule", CapabilitiesIT::theOutboxAnswers),
            Map.entry("calendar-auto-schedule", CapabilitiesIT::anInvitationIsDelivered),
            Map.entry("calendar-no-timezone", CapabilitiesIT::zonesByName),
            Map.entry("calendar-availability", CapabilitiesIT::whenOneCanBeMetIsKept),
            Map.entry("calendar-managed-attachments", CapabilitiesIT::filesAreKept),
            Map.entry("calendar-default-alarms", CapabilitiesIT::newEventsAreRemindedOf),
            Map.entry("calendar-proxy", CapabilitiesIT::delegates),
            Map.entry("calendarserver-private-events", CapabilitiesIT::whatIsPrivateIsMasked),
            Map.entry("calendarserver-sharing", CapabilitiesIT::aCalendarIsOffered),
            Map.entry("calendarserver-subscribed", CapabilitiesIT::calendarsElsewhereAreFollowed),
            Map.entry("calendarserver-principal-search", CapabilitiesIT::peopleAreFoundByWords));

    private static OwnCalendar own;

    @BeforeAll
    static void make() {
        own = OwnCalendar.of("anna");
        own.put("there.ics", at(newUid(), "20270301T100000Z", "There"));
    }

    private static List<String> told(String path) {
        var header = own.client().send("OPTIONS", path, "").header("DAV");
        return Arrays.stream(header.split(",")).map(String::strip).toList();
    }

    static Stream<String> tokens() {
        return told("/dav/").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    @DisplayName("each token of the header DAV stands for something that works")
    void works(String token) {
        var check = CHECKS.get(token);
        if (check == null) throw new AssertionError("Nothing tries " + token);
        check.accept(own);
    }

    @Test
    void theHeaderIsTheSameOnEveryKindOfResource() {
        var paths = Stream.of(
                "/dav/principals/",
                "/dav/principals/users/",
                "/dav/principals/rooms/",
                "/dav/principals/users/anna/",
                OTHER,
                "/dav/principals/users/anna/calendar-proxy-read/",
                "/dav/principals/users/anna/calendar-proxy-write/",
                "/dav/calendars/",
                "/dav/calendars/anna/",
                "/dav/calendars/anna/inbox/",
                "/dav/calendars/anna/outbox/",
                own.path(),
                own.path() + "there.ics",
                own.path() + "new.ics");
        assertThat(paths).allSatisfy(path -> assertThat(told(path))
                .as(path)
                .containsExactlyElementsOf(told("/dav/"))
                .containsAll(CHECKS.keySet()));
    }

    private static void deadPropertiesAndObjectsAreKept(OwnCalendar own) {
        var set = own.client()
                .send(
                        "PROPPATCH",
                        own.path(),
                        "<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop><x xmlns=\"urn:x\">kept</x></D:prop></D:set>"
                                + "</D:propertyupdate>");
        assertThat(set.status()).isEqualTo(207);
        assertThat(own.client().propfind(own.path(), 0, "<x xmlns=\"urn:x\"/>").text("//*[local-name()='x']"))
                .isEqualTo("kept");
        var copied =
                own.client().send("MOVE", own.path() + "there.ics", "", "Destination", own.path() + "elsewhere.ics");
        assertThat(copied.status()).isEqualTo(201);
        assertThat(own.client()
                        .send("MOVE", own.path() + "elsewhere.ics", "", "Destination", own.path() + "there.ics")
                        .status())
                .isEqualTo(201);
    }

    private static void conditionsAndErrorBodies(OwnCalendar own) {
        assertThat(own.client()
                        .send("PROPFIND", own.path(), "", "Depth", "infinity")
                        .precondition())
                .isEqualTo("D:propfind-finite-depth");
        assertThat(own.client()
                        .get(own.path() + "there.ics", "If", "(Not <DAV:no-lock> [\"other\"])")
                        .status())
                .isEqualTo(412);
    }

    /** What another person's program sees of it, as it is bound in his home. */
    private static String bound(DavClient other) {
        var shared = other.propfind("/dav/calendars/boris/", 1, "<D:owner/><D:displayname/>");
        var name = own.path().split("/")[4];
        return shared.texts("//D:response[.//D:displayname='" + name + "']/D:href").stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(shared.body()));
    }

    private static DavClient letIn(OwnCalendar own) {
        var entry = "<D:ace><D:principal><D:href>" + OTHER + "</D:href></D:principal><D:grant><D:privilege><D:read/>"
                + "</D:privilege></D:grant></D:ace>";
        var set = own.client().send("ACL", own.path(), "<D:acl" + NAMESPACES + ">" + entry + "</D:acl>");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        return DavClient.demo(KalendsServer.shared(), "boris");
    }

    private static void anotherIsLetIn(OwnCalendar own) {
        var other = letIn(own);
        assertThat(other.get(bound(other) + "there.ics").status()).isEqualTo(200);
        assertThat(other.propfind(bound(other), 0, "<D:current-user-privilege-set/>")
                        .has("//D:privilege/D:write-content"))
                .isFalse();
        assertThat(own.client().propfind(own.path(), 0, "<D:acl/>").texts("//D:ace/D:principal/D:href"))
                .contains(OTHER);
    }

    private static void aCalendarIsMadeByMkcol(OwnCalendar own) {
        var path = own.path().replaceFirst("/$", "-mkcol/");
        var made = own.client()
                .send(
                        "MKCOL",
                        path,
                        "<D:mkcol" + NAMESPACES + "><D:set><D:prop><D:resourcetype><D:collection/><C:calendar/>"
                                + "</D:resourcetype><D:displayname>Made</D:displayname></D:prop></D:set></D:mkcol>");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(own.client().propfind(path, 0, "<D:displayname/>").text("//D:displayname"))
                .isEqualTo("Made");
    }

    private static void reports(OwnCalendar own) {
        var there = own.path() + "there.ics";
        var range = "<C:time-range start=\"20270301T000000Z\" end=\"20270302T000000Z\"/>";
        assertThat(own.client()
                        .query(own.path(), "<C:comp-filter name=\"VEVENT\">" + range + "</C:comp-filter>")
                        .texts("//D:response/D:href"))
                .contains(there);
        var multiget = "<C:calendar-multiget" + NAMESPACES + "><D:prop><C:calendar-data/></D:prop><D:href>" + there
                + "</D:href></C:calendar-multiget>";
        assertThat(own.client().report(own.path(), multiget).text("//C:calendar-data"))
                .contains("SUMMARY:There");
        assertThat(own.client()
                        .report(own.path(), "<C:free-busy-query" + NAMESPACES + ">" + range + "</C:free-busy-query>")
                        .body())
                .contains("20270301T100000Z/20270301T110000Z");
    }

    private static void theOutboxAnswers(OwnCalendar own) {
        var asked = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//Test//EN\nMETHOD:REQUEST\nBEGIN:VFREEBUSY\nUID:"
                        + newUid() + "\nDTSTAMP:20261124T120000Z\nDTSTART:20270301T000000Z\nDTEND:20270302T000000Z\n"
                        + "ORGANIZER:mailto:anna@kalends.test\nATTENDEE:mailto:boris@kalends.test\nEND:VFREEBUSY\n"
                        + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
        var answer = own.client()
                .send("POST", "/dav/calendars/anna/outbox/", asked, "Content-Type", "text/calendar; charset=utf-8");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("//C:response/C:request-status")).startsWith("2.0");
        assertThat(answer.text("//C:response/C:calendar-data")).contains("BEGIN:VFREEBUSY");
    }

    private static void anInvitationIsDelivered(OwnCalendar own) {
        var uid = newUid();
        var put = own.put(
                uid + ".ics",
                event(
                        uid,
                        "DTSTART:20270301T140000Z\nDURATION:PT1H\nSUMMARY:Delivered\nORGANIZER:mailto:anna@kalends.test\n"
                                + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@kalends.test\nATTENDEE:mailto:boris@kalends.test"));
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        assertThat(put.header("Schedule-Tag")).isNotEmpty();
        var invited = Member.of("boris");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(invited.copy(uid)).contains("SUMMARY:Delivered"));
        own.client().delete(own.path() + uid + ".ics");
    }

    private static void zonesByName(OwnCalendar own) {
        var text = event(newUid(), "DTSTART;TZID=Asia/Tokyo:20270301T100000\nSUMMARY:By name");
        assertThat(own.put("named.ics", text).status()).isEqualTo(201);
        assertThat(own.client()
                        .get(own.path() + "named.ics", "CalDAV-Timezones", "F")
                        .body())
                .isEqualTo(text);
        assertThat(own.client()
                        .get(own.path() + "named.ics", "CalDAV-Timezones", "T")
                        .body())
                .contains("BEGIN:VTIMEZONE");
    }

    private static void delegates(OwnCalendar own) {
        var group = "/dav/principals/users/eva/calendar-proxy-read/";
        var eva = DavClient.demo(KalendsServer.shared(), "eva");
        assertThat(eva.send("PROPPATCH", group, members("<D:href>" + OTHER + "</D:href>"))
                        .body())
                .contains("200 OK");
        var other = DavClient.demo(KalendsServer.shared(), "boris");
        assertThat(other.propfind(OTHER, 0, "<CS:calendar-proxy-read-for/>")
                        .texts("//CS:calendar-proxy-read-for/D:href"))
                .contains("/dav/principals/users/eva/");
        assertThat(eva.send("PROPPATCH", group, members("")).body()).contains("200 OK");
    }

    private static String members(String hrefs) {
        return "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><D:group-member-set>" + hrefs
                + "</D:group-member-set></D:prop></D:set></D:propertyupdate>";
    }

    private static void aCalendarIsOffered(OwnCalendar own) {
        var offered = own.client()
                .send(
                        "POST",
                        own.path(),
                        "<CS:share" + NAMESPACES
                                + "><CS:set><D:href>mailto:clara@kalends.test</D:href><CS:read/></CS:set></CS:share>",
                        "Content-Type",
                        "application/xml");
        assertThat(offered.status()).isEqualTo(200);
        assertThat(own.client().propfind(own.path(), 0, "<CS:invite/>").has("//CS:invite/CS:user/CS:invite-noresponse"))
                .isTrue();
    }

    private static void calendarsElsewhereAreFollowed(OwnCalendar own) {
        var path = "/dav/calendars/anna/" + newUid() + "/";
        try (var feeds = FeedServer.start()) {
            feeds.put("/a.ics", event("elsewhere", "DTSTART:20270301T100000Z\nSUMMARY:Elsewhere"));
            var made = own.client()
                    .send(
                            "MKCOL",
                            path,
                            "<D:mkcol" + NAMESPACES + "><D:set><D:prop><D:resourcetype><D:collection/><CS:subscribed/>"
                                    + "</D:resourcetype><CS:source><D:href>" + feeds.address("/a.ics")
                                    + "</D:href></CS:source></D:prop></D:set></D:mkcol>");
            assertThat(made.status()).isEqualTo(201);
            await().untilAsserted(
                            () -> assertThat(own.client().get(path).body()).contains("SUMMARY:Elsewhere"));
            assertThat(own.client().delete(path).status()).isEqualTo(204);
        }
    }

    private static void whatIsPrivateIsMasked(OwnCalendar own) {
        own.put("private.ics", event(newUid(), "DTSTART:20270301T160000Z\nCLASS:PRIVATE\nSUMMARY:Secret"));
        var other = letIn(own);
        var seen = other.get(bound(other) + "private.ics");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("Secret").contains("20270301T160000Z");
    }

    private static void peopleAreFoundByWords(OwnCalendar own) {
        var found = own.client()
                .report(
                        "/dav/principals/",
                        "<CS:calendarserver-principal-search context=\"attendee\"" + NAMESPACES
                                + "><CS:search-token>boris</CS:search-token><D:prop><D:displayname/></D:prop>"
                                + "</CS:calendarserver-principal-search>",
                        "Depth",
                        "0");
        assertThat(found.texts("//D:response/D:href")).contains(OTHER);
    }

    private static void whenOneCanBeMetIsKept(OwnCalendar own) {
        var text = Texts.component("VAVAILABILITY", newUid(), "DTSTART:20310101T000000Z\nDTEND:20310102T000000Z");
        assertThat(own.put("away.ics", text).status()).isEqualTo(201);
        var busy = own.client()
                .report(
                        own.path(),
                        "<C:free-busy-query" + NAMESPACES
                                + "><C:time-range start=\"20310101T000000Z\" end=\"20310103T000000Z\"/></C:free-busy-query>",
                        "Depth",
                        "1");
        assertThat(busy.body()).contains("FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20310101T000000Z/20310102T000000Z");
    }

    private static void filesAreKept(OwnCalendar own) {
        own.put("filed.ics", at(newUid(), "20270302T100000Z", "Filed"));
        var added = own.client().send("POST", own.path() + "filed.ics?action=attachment-add", "kept");
        assertThat(added.status()).isEqualTo(201);
        var file = own.client().get("/dav/attachments/" + added.header("Cal-Managed-ID") + "/file");
        assertThat(file.body()).isEqualTo("kept");
    }

    private static void newEventsAreRemindedOf(OwnCalendar own) {
        var alarm = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT7M\nEND:VALARM\n";
        own.client()
                .send(
                        "PROPPATCH",
                        own.path(),
                        "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><C:default-alarm-vevent-datetime>" + alarm
                                + "</C:default-alarm-vevent-datetime></D:prop></D:set></D:propertyupdate>");
        assertThat(own.client()
                        .propfind(own.path(), 0, "<C:default-alarm-vevent-datetime/>")
                        .text("//C:default-alarm-vevent-datetime"))
                .contains("TRIGGER:-PT7M");
    }
}
