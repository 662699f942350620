package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

/** Inbox, outbox, and how people are found. */
class SchedulingCollectionsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String OUTBOX = "/dav/calendars/dmitri/outbox/";

    private final DavClient dmitri = DavClient.demo(KalendsServer.shared(), "dmitri");

    private static String question(String organizer, String method) {
        return Texts.calendar("METHOD:" + method + "\nBEGIN:VFREEBUSY\nUID:fb\nDTSTAMP:20261124T120000Z\n"
                + "DTSTART:20290110T000000Z\nDTEND:20290111T000000Z\nORGANIZER:mailto:" + organizer
                + "\nATTENDEE:mailto:dmitri@kalends.test\nATTENDEE:mailto:nobody@elsewhere.test\nEND:VFREEBUSY");
    }

    private DavClient.Answer ask(String text) {
        return dmitri.send("POST", OUTBOX, text, "Content-Type", "text/calendar; charset=utf-8");
    }

    @Test
    void theOutboxTellsWhenOthersAreBusy() {
        dmitri.put("/dav/calendars/dmitri/default/" + newUid(), at(newUid(), "20290110T100000Z", "Secret"));
        var answer = ask(question("dmitri@kalends.test", "REQUEST"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.texts("//C:response/C:recipient/D:href"))
                .containsExactly("mailto:dmitri@kalends.test", "mailto:nobody@elsewhere.test");
        assertThat(answer.texts("//C:request-status")).containsExactly("2.0;Success", "3.7;Invalid calendar user");
        assertThat(answer.text("//C:calendar-data"))
                .contains("METHOD:REPLY")
                .contains("FREEBUSY;FBTYPE=BUSY:20290110T100000Z/20290110T110000Z")
                .doesNotContain("Secret");
    }

    @Test
    void questionsThatAreNoneAreRefusedByName() {
        assertThat(ask(question("eva@kalends.test", "REQUEST")).precondition()).isEqualTo("C:valid-organizer");
        assertThat(ask(question("dmitri@kalends.test", "REPLY")).precondition())
                .isEqualTo("C:valid-scheduling-message");
        assertThat(ask("hello").precondition()).isEqualTo("C:valid-scheduling-message");
    }

    @Test
    void aPrincipalLeadsToInboxAndOutboxAndTheInboxToTheDefaultCalendar() {
        var person = dmitri.propfind(
                "/dav/principals/users/dmitri/",
                0,
                "<C:schedule-inbox-URL/><C:schedule-outbox-URL/><C:calendar-user-type/><CS:email-address-set/>");
        assertThat(person.text("//C:schedule-outbox-URL/D:href")).isEqualTo(OUTBOX);
        assertThat(person.text("//C:calendar-user-type")).isEqualTo("INDIVIDUAL");
        assertThat(person.texts("//CS:email-address")).contains("dmitri@kalends.test");
        var inbox = dmitri.propfind(
                person.text("//C:schedule-inbox-URL/D:href"),
                0,
                "<D:resourcetype/><C:schedule-default-calendar-URL/><D:current-user-privilege-set/>");
        assertThat(inbox.has("//D:resourcetype/C:schedule-inbox")).isTrue();
        assertThat(inbox.text("//C:schedule-default-calendar-URL/D:href")).isEqualTo("/dav/calendars/dmitri/default/");
        assertThat(inbox.has("//D:privilege/C:schedule-deliver")).isTrue();
    }

    private static String search(String property, String words) {
        return "<D:principal-property-search" + NAMESPACES + "><D:property-search><D:prop>" + property
                + "</D:prop><D:match>" + words + "</D:match></D:property-search><D:prop><D:displayname/>"
                + "<C:calendar-user-address-set/><C:calendar-user-type/></D:prop></D:principal-property-search>";
    }

    @Test
    void peopleAndRoomsAreFoundByNameAndAddress() {
        var byName = dmitri.report("/dav/principals/", search("<D:displayname/>", "Novak"), "Depth", "0");
        assertThat(byName.texts("//D:response/D:href")).contains("/dav/principals/users/eva/");
        assertThat(byName.texts("//C:calendar-user-address-set/D:href")).contains("mailto:eva@kalends.test");
        var byAddress = dmitri.report(
                "/dav/", search("<C:calendar-user-address-set/>", "mailto:volga@kalends.test"), "Depth", "0");
        assertThat(byAddress.texts("//D:response/D:href")).contains("/dav/principals/rooms/volga/");
        assertThat(byAddress.texts("//C:calendar-user-type")).contains("ROOM");
        var set =
                dmitri.report("/dav/principals/", "<D:principal-search-property-set xmlns:D=\"DAV:\"/>", "Depth", "0");
        assertThat(set.has("//D:principal-search-property//D:displayname")).isTrue();
        var self = dmitri.report(
                "/dav/principals/", "<D:principal-match xmlns:D=\"DAV:\"><D:self/></D:principal-match>", "Depth", "0");
        assertThat(self.texts("//D:response/D:href")).containsExactly("/dav/principals/users/dmitri/");
    }

    @Test
    void anObjectWithoutANameGetsOne() {
        var calendar = "/dav/calendars/dmitri/default/";
        assertThat(dmitri.propfind(calendar, 0, "<D:add-member/>").text("//D:add-member/D:href"))
                .isEqualTo(calendar);
        var text = at(newUid(), "20290115T100000Z", "Posted");
        var made = dmitri.send("POST", calendar, text, "Content-Type", "text/calendar");
        assertThat(made.status()).isEqualTo(201);
        var read = dmitri.get(made.header("Location"));
        assertThat(read.body()).isEqualTo(text);
        assertThat(read.etag()).isEqualTo(made.etag());
    }

    @Test
    void aCalendarTellsItsRightsAndLimits() {
        var answer = dmitri.propfind(
                "/dav/calendars/dmitri/default/",
                0,
                "<D:owner/><D:acl/><D:supported-privilege-set/><D:current-user-privilege-set/><D:supported-report-set/>"
                        + "<C:supported-calendar-data/><C:supported-collation-set/><C:max-resource-size/><C:min-date-time/>"
                        + "<C:max-date-time/><C:max-instances/><C:max-attendees-per-instance/><D:acl-restrictions/>");
        assertThat(answer.body()).doesNotContain("HTTP/1.1 404");
        assertThat(answer.has("//D:current-user-privilege-set/D:privilege/D:write-content"))
                .isTrue();
        assertThat(answer.has("//D:supported-report//C:calendar-query")).isTrue();
        assertThat(answer.texts("//C:supported-collation")).contains("i;ascii-casemap", "i;octet", "i;unicode-casemap");
        assertThat(answer.text("//C:max-resource-size")).isEqualTo("10485760");
        assertThat(answer.text("//C:min-date-time")).isEqualTo("19000101T000000Z");
    }

    private static final String INBOX = "/dav/calendars/dmitri/inbox/";

    /** Messages about an event, by their addresses. */
    private Map<String, String> messages(String uid, DavClient.Answer listing) {
        var found = new TreeMap<String, String>();
        for (var href : listing.texts("//D:response/D:href")) {
            var text = href.equals(INBOX) ? "" : dmitri.get(href).body();
            if (text.contains("UID:" + uid)) found.put(href, text);
        }
        return found;
    }

    @Test
    void whatComesLiesInTheInboxUntilAProgramDeletesIt() {
        var eva = DavClient.demo(KalendsServer.shared(), "eva");
        var uid = newUid();
        var path = "/dav/calendars/eva/default/" + uid;
        var token = dmitri.sync(INBOX, "", "<D:getetag/>").text("//D:sync-token");
        var tag = dmitri.propfind(INBOX, 0, "<CS:getctag/>").text("//CS:getctag");
        eva.put(
                path,
                Texts.event(
                        uid,
                        "DTSTART:20290301T100000Z\nDURATION:PT1H\nSUMMARY:Inbox\nORGANIZER:mailto:eva@kalends.test"
                                + "\nATTENDEE:mailto:dmitri@kalends.test"));
        var come = await().atMost(SOON)
                .until(() -> messages(uid, dmitri.sync(INBOX, token, "<D:getetag/>")), found -> found.size() == 1);
        var request = come.keySet().iterator().next();
        assertThat(come.get(request)).contains("METHOD:REQUEST").contains("SUMMARY:Inbox");
        assertThat(dmitri.propfind(INBOX, 0, "<CS:getctag/>").text("//CS:getctag"))
                .isNotEqualTo(tag);
        assertThat(dmitri.propfind(INBOX, 1, "<D:getetag/>").texts("//D:response/D:href"))
                .contains(request);
        var fetched = dmitri.report(
                INBOX,
                "<C:calendar-multiget" + NAMESPACES + "><D:prop><C:calendar-data/></D:prop><D:href>" + request
                        + "</D:href></C:calendar-multiget>");
        assertThat(fetched.text("//C:calendar-data")).contains("METHOD:REQUEST");
        assertThat(dmitri.query(
                                INBOX,
                                "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                                        + "</C:text-match></C:prop-filter></C:comp-filter>")
                        .texts("//D:response/D:href"))
                .containsExactly(request);
        eva.delete(path);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        messages(uid, dmitri.propfind(INBOX, 1, "<D:getetag/>")).values())
                .anyMatch(text -> text.contains("METHOD:CANCEL")));
        assertThat(dmitri.put(INBOX + "mine.ics", at(newUid(), "20290301T100000Z", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(dmitri.send(
                                "MOVE",
                                request,
                                "",
                                "Destination",
                                KalendsServer.shared().address() + "/dav/calendars/dmitri/default/x.ics")
                        .status())
                .isEqualTo(403);
        assertThat(dmitri.delete(request).status()).isEqualTo(204);
        assertThat(dmitri.get(request).status()).isEqualTo(404);
        assertThat(eva.get(request).status()).isEqualTo(404);
        assertThat(dmitri.propfind("/dav/calendars/dmitri/", 1, "<D:resourcetype/>")
                        .texts("//D:response/D:href"))
                .containsOnlyOnce(INBOX);
    }
}
