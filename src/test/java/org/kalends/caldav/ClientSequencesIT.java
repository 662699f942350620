package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.KalendsServer;

/**
 * What four calendar programs ask, one request after the other, from the bare host name to the first synchronisation,
 * an edit, and an edit that comes too late. Each step goes on with what the answer before it said, as the program does.
 */
class ClientSequencesIT {

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient program = DavClient.demo(server, "dmitri");
    private final DavClient other = DavClient.demo(server, "dmitri");

    private static String found(Answer answer, String path) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(207);
        var text = answer.text("//D:propstat[contains(D:status, '200')]" + path);
        assertThat(text).as(path + " in " + answer.body()).isNotBlank();
        return text;
    }

    /** Asks without proof, is told where to go, asks there without proof, is told to log in, and does. */
    private Answer fromTheHostName(String properties) {
        var nobody = DavClient.anonymous(server);
        var moved = nobody.propfind("/.well-known/caldav", 0, properties);
        assertThat(moved.status()).isEqualTo(301);
        var there = moved.header("Location");
        var asked = nobody.propfind(there, 0, properties);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.header("WWW-Authenticate")).startsWith("Basic realm=");
        return program.propfind(there, 0, properties);
    }

    private String ownCalendar() {
        var path = "/dav/calendars/dmitri/" + UUID.randomUUID() + "/";
        assertThat(other.send("MKCALENDAR", path, "").status()).isEqualTo(201);
        return path;
    }

    /** Somebody else's edit of the same object. */
    private void meanwhile(String href, String uid) {
        assertThat(other.put(href, Texts.at(uid, "20270302T120000Z", "Meanwhile"))
                        .status())
                .isEqualTo(204);
    }

    private static String tooLate(Answer refused) {
        assertThat(refused.status()).isEqualTo(412);
        return refused.etag();
    }

    /** The order is that of Apple's Calendar as Bedework's page "Interactions with Apple Ical" has it, and of later releases. */
    @Test
    void appleCalendar() {
        var root = fromTheHostName("<D:current-user-principal/><D:principal-URL/><D:resourcetype/>");
        var principal = found(root, "//D:current-user-principal/D:href");
        var options = program.send("OPTIONS", principal, "");
        assertThat(options.header("DAV")).contains("calendar-access", "calendar-auto-schedule");
        var person = program.propfind(
                principal,
                0,
                "<C:calendar-home-set/><C:calendar-user-address-set/><D:current-user-principal/><D:displayname/>"
                        + "<CS:dropbox-home-URL/><CS:email-address-set/><CS:notification-URL/>"
                        + "<D:principal-collection-set/><D:principal-URL/><D:resource-id/><C:schedule-inbox-URL/>"
                        + "<C:schedule-outbox-URL/><D:supported-report-set/>");
        assertThat(found(person, "//C:calendar-home-set/D:href")).endsWith("/");
        assertThat(person.texts("//C:calendar-user-address-set/D:href")).contains("mailto:dmitri@kalends.test");
        var search = program.report(
                found(person, "//D:principal-collection-set/D:href"),
                "<D:principal-search-property-set xmlns:D=\"DAV:\"/>",
                "Depth",
                "0");
        assertThat(search.status()).isEqualTo(200);
        var inbox = found(person, "//C:schedule-inbox-URL/D:href");
        found(
                program.propfind(inbox, 0, "<C:schedule-default-calendar-URL/><CS:getctag/><D:sync-token/>"),
                "//CS:getctag");
        var home = found(person, "//C:calendar-home-set/D:href");
        var made = home + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT) + "/";
        var making = "<C:mkcalendar" + DavClient.NAMESPACES + "><D:set><D:prop><D:displayname>Pläne</D:displayname>"
                + "<A:calendar-color>#FF2968FF</A:calendar-color><A:calendar-order>7</A:calendar-order>"
                + "<C:supported-calendar-component-set><C:comp name=\"VEVENT\"/></C:supported-calendar-component-set>"
                + "</D:prop></D:set></C:mkcalendar>";
        assertThat(program.send("MKCALENDAR", made, making).status()).isEqualTo(201);
        var listed = program.propfind(
                home,
                1,
                "<CS:getctag/><D:sync-token/><D:displayname/><C:calendar-description/><A:calendar-color/>"
                        + "<A:calendar-order/><D:resourcetype/><C:calendar-free-busy-set/><D:current-user-privilege-set/>"
                        + "<C:supported-calendar-component-set/><CS:pushkey/><D:quota-available-bytes/>");
        var row = "//D:response[D:href='" + made + "']";
        assertThat(listed.text(row + "//D:displayname")).isEqualTo("Pläne");
        assertThat(listed.texts(row + "//C:comp/@name")).containsExactly("VEVENT");
        var first = program.sync(made, "", "<D:getetag/><D:getcontenttype/>");
        assertThat(first.status()).isEqualTo(207);
        editByApple(made, first.text("//D:multistatus/D:sync-token"));
    }

    private void editByApple(String calendar, String token) {
        var uid = UUID.randomUUID().toString();
        var href = calendar + uid.toUpperCase(java.util.Locale.ROOT) + ".ics";
        var put = program.put(href, Texts.at(uid, "20270302T100000Z", "New Event"), "If-None-Match", "*");
        assertThat(put.status()).isEqualTo(201);
        assertThat(put.etag()).isNotEmpty();
        meanwhile(href, uid);
        tooLate(program.put(href, Texts.at(uid, "20270302T110000Z", "Moved"), "If-Match", put.etag()));
        var changed = program.sync(calendar, token, "<D:getetag/><D:getcontenttype/>");
        assertThat(changed.texts("//D:response/D:href")).containsExactly(href);
        var fetched = multiget(calendar, List.of(href), "");
        assertThat(fetched.text("//C:calendar-data")).contains("SUMMARY:Meanwhile");
        var again =
                program.put(href, Texts.at(uid, "20270302T110000Z", "Moved"), "If-Match", fetched.text("//D:getetag"));
        assertThat(again.status()).isEqualTo(204);
        assertThat(program.delete(href, "If-Match", again.etag()).status()).isEqualTo(204);
        assertThat(program.sync(calendar, token, "<D:getetag/>").text("//D:response/D:status"))
                .contains("404");
    }

    private Answer multiget(String calendar, List<String> hrefs, String more) {
        var body = new StringBuilder("<C:calendar-multiget" + DavClient.NAMESPACES + "><D:prop><D:getetag/>" + more
                + "<C:calendar-data/></D:prop>");
        hrefs.forEach(href -> body.append("<D:href>").append(href).append("</D:href>"));
        return program.report(calendar, body.append("</C:calendar-multiget>").toString());
    }

    /** The chain of Thunderbird's CalDAV provider: checkDavResourceType, checkServerCaps, checkPrincipalsNameSpace, then webdav-sync. */
    @Test
    void thunderbird() {
        var root = fromTheHostName("<D:resourcetype/><D:owner/><D:displayname/><D:current-user-principal/>"
                + "<D:current-user-privilege-set/><A:calendar-color/><C:calendar-home-set/>");
        var principal = found(root, "//D:current-user-principal/D:href");
        var home = found(
                program.propfind(principal, 0, "<D:resourcetype/><C:calendar-home-set/>"),
                "//C:calendar-home-set/D:href");
        var calendar = ownCalendar();
        var listed = program.propfind(
                home, 1, "<D:resourcetype/><D:displayname/><D:current-user-privilege-set/><A:calendar-color/>");
        assertThat(listed.texts("//D:response[.//C:calendar]/D:href")).contains(calendar);

        var checked = program.propfind(
                calendar,
                0,
                "<D:resourcetype/><D:owner/><D:current-user-principal/><D:current-user-privilege-set/>"
                        + "<D:supported-report-set/><C:supported-calendar-component-set/><CS:getctag/>");
        assertThat(checked.has("//D:supported-report-set//D:sync-collection")).isTrue();
        assertThat(checked.has("//D:resourcetype/C:calendar")).isTrue();
        assertThat(checked.has("//D:current-user-privilege-set//D:write")).isTrue();
        assertThat(found(checked, "//D:current-user-principal/D:href")).isEqualTo(principal);
        assertThat(program.send("OPTIONS", home, "").header("DAV")).contains("calendar-auto-schedule");
        var scheduling = program.propfind(
                principal,
                0,
                "<C:calendar-home-set/><C:calendar-user-address-set/><C:schedule-inbox-URL/><C:schedule-outbox-URL/>");
        found(scheduling, "//C:schedule-outbox-URL/D:href");

        var uid = UUID.randomUUID().toString();
        var href = calendar + uid + ".ics";
        var first = program.sync(calendar, "", "<D:getcontenttype/><D:getetag/>");
        var token = first.text("//D:multistatus/D:sync-token");
        var put = program.put(href, Texts.at(uid, "20270302T100000Z", "Neu"), "If-None-Match", "*");
        assertThat(put.status()).isEqualTo(201);
        var next = program.sync(calendar, token, "<D:getcontenttype/><D:getetag/>");
        assertThat(next.texts("//D:response/D:href")).containsExactly(href);
        assertThat(next.text("//D:getetag")).isEqualTo(put.etag());
        meanwhile(href, uid);
        tooLate(program.put(href, Texts.at(uid, "20270302T110000Z", "Mine"), "If-Match", put.etag()));
        var theirs = program.get(href, "Accept", "text/xml", "Cache-Control", "no-cache");
        assertThat(theirs.body()).contains("Meanwhile");
        var overwritten = program.put(href, Texts.at(uid, "20270302T110000Z", "Mine"), "If-Match", theirs.etag());
        assertThat(overwritten.status()).isEqualTo(204);
    }

    /** DAVx5: what its DavResourceFinder and CollectionListRefresher ask, then collection sync and multiget in small lots. */
    @Test
    void davx5() {
        var finding = "<D:resourcetype/><D:displayname/><C:calendar-description/><A:calendar-color/>"
                + "<D:current-user-privilege-set/><C:supported-calendar-component-set/><C:calendar-home-set/>"
                + "<D:current-user-principal/>";
        var principal = found(fromTheHostName(finding), "//D:current-user-principal/D:href");
        assertThat(program.send("OPTIONS", principal, "").header("DAV")).contains("calendar-access");
        var person = program.propfind(
                principal,
                0,
                "<D:displayname/><D:resourcetype/><C:calendar-home-set/><C:calendar-user-address-set/>"
                        + "<D:group-membership/><CS:calendar-proxy-read-for/><CS:calendar-proxy-write-for/>");
        var home = found(person, "//C:calendar-home-set/D:href");
        var calendar = ownCalendar();
        var listed = program.propfind(
                home,
                1,
                "<D:resourcetype/><D:current-user-privilege-set/><D:displayname/><D:owner/><A:calendar-color/>"
                        + "<C:calendar-description/><C:calendar-timezone/><C:calendar-timezone-id/>"
                        + "<C:supported-calendar-component-set/><CS:source/>");
        assertThat(listed.has("//D:response[D:href='" + calendar + "']//D:privilege/D:write-content"))
                .isTrue();
        var able = program.propfind(
                calendar, 0, "<C:max-resource-size/><D:supported-report-set/><CS:getctag/><D:sync-token/>");
        assertThat(able.has("//D:report/D:sync-collection")).isTrue();

        var hrefs = new ArrayList<String>();
        var uids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            uids.add(UUID.randomUUID().toString());
            hrefs.add(calendar + uids.get(i) + ".ics");
            var put =
                    program.put(hrefs.get(i), Texts.at(uids.get(i), "20270302T100000Z", "E" + i), "If-None-Match", "*");
            assertThat(put.status()).isEqualTo(201);
        }
        var first = program.sync(calendar, "", "<D:getetag/>");
        assertThat(first.texts("//D:response/D:href")).containsExactlyInAnyOrderElementsOf(hrefs);
        var fetched = multiget(calendar, hrefs, "<C:schedule-tag/>");
        assertThat(fetched.texts("//C:calendar-data")).hasSize(3);
        var etag = fetched.text("//D:response[D:href='" + hrefs.get(0) + "']//D:getetag");
        meanwhile(hrefs.get(0), uids.get(0));
        var mine = Texts.at(uids.get(0), "20270302T110000Z", "Mine");
        tooLate(program.put(hrefs.get(0), mine, "If-Match", etag));
        tooLate(program.delete(hrefs.get(0), "If-Match", etag));
        var changed = program.sync(calendar, first.text("//D:multistatus/D:sync-token"), "<D:getetag/>");
        assertThat(changed.texts("//D:response/D:href")).containsExactly(hrefs.get(0));
        var forgotten = program.sync(calendar, "urn:of:another:server", "<D:getetag/>");
        assertThat(forgotten.status()).isEqualTo(403);
        assertThat(forgotten.precondition()).isEqualTo("D:valid-sync-token");
    }

    /** Evolution: discovery by principal and home, ctag and listing by calendar-query, multiget, free/busy by the outbox. */
    @Test
    void evolution() {
        var principal = found(
                fromTheHostName("<D:current-user-principal/><C:calendar-home-set/>"),
                "//D:current-user-principal/D:href");
        var person = program.propfind(
                principal,
                0,
                "<C:calendar-home-set/><D:current-user-principal/><C:calendar-user-address-set/><C:schedule-outbox-URL/>");
        var home = found(person, "//C:calendar-home-set/D:href");
        var calendar = ownCalendar();
        var listed = program.propfind(
                home,
                1,
                "<D:resourcetype/><D:displayname/><D:current-user-privilege-set/><C:calendar-description/>"
                        + "<C:supported-calendar-component-set/><A:calendar-color/><A:calendar-order/>");
        assertThat(listed.texts("//D:response[.//C:calendar]/D:href")).contains(calendar);
        // it holds a calendar for writable that allows PUT or POST, and DELETE
        assertThat(program.send("OPTIONS", calendar, "").header("Allow")).contains("POST", "REPORT", "DELETE");
        var ctag = found(program.propfind(calendar, 0, "<CS:getctag/>"), "//CS:getctag");

        var uid = UUID.randomUUID().toString();
        var href = calendar + uid + ".ics";
        var put = program.put(href, Texts.at(uid, "20270302T100000Z", "Neu"), "If-None-Match", "*");
        assertThat(put.status()).isEqualTo(201);
        assertThat(found(program.propfind(calendar, 0, "<CS:getctag/>"), "//CS:getctag"))
                .isNotEqualTo(ctag);
        var query = program.report(
                calendar,
                "<C:calendar-query" + DavClient.NAMESPACES + "><D:prop><D:getetag/></D:prop><C:filter>"
                        + "<C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\"/></C:comp-filter>"
                        + "</C:filter></C:calendar-query>");
        assertThat(query.texts("//D:response/D:href")).containsExactly(href);
        assertThat(multiget(calendar, List.of(href), "").text("//C:calendar-data"))
                .contains("SUMMARY:Neu");
        meanwhile(href, uid);
        tooLate(program.put(href, Texts.at(uid, "20270302T110000Z", "Mine"), "If-Match", put.etag()));
        var asked = program.send(
                "POST",
                found(person, "//C:schedule-outbox-URL/D:href"),
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Evolution//EN\r\nMETHOD:REQUEST\r\nBEGIN:VFREEBUSY\r\n"
                        + "UID:" + UUID.randomUUID() + "\r\nDTSTAMP:20261124T120000Z\r\nDTSTART:20270302T000000Z\r\n"
                        + "DTEND:20270303T000000Z\r\nORGANIZER:mailto:dmitri@kalends.test\r\n"
                        + "ATTENDEE:mailto:dmitri@kalends.test\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n",
                "Content-Type",
                "text/calendar; charset=utf-8",
                "Depth",
                "0");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("//C:request-status")).startsWith("2.0");
        assertThat(asked.text("//C:calendar-data")).contains("FREEBUSY");
    }
}
