package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

class CollectionsIT {

    private static final String HOME = "/dav/calendars/boris/";

    private final DavClient boris = DavClient.demo(KalendsServer.shared(), "boris");
    private final String path = HOME + UUID.randomUUID() + "/";

    private DavClient.Answer patch(String properties) {
        return boris.send(
                "PROPPATCH", path, "<D:propertyupdate" + NAMESPACES + ">" + properties + "</D:propertyupdate>");
    }

    @Test
    void aCalendarIsMadeWithItsProperties() {
        var made = boris.send(
                "MKCALENDAR",
                path,
                "<C:mkcalendar" + NAMESPACES + "><D:set><D:prop><D:displayname>Горы</D:displayname>"
                        + "<C:calendar-description>Hikes</C:calendar-description><A:calendar-color>#FF2968FF</A:calendar-color>"
                        + "<C:calendar-timezone-id>Europe/Berlin</C:calendar-timezone-id>"
                        + "<C:supported-calendar-component-set><C:comp name=\"VEVENT\"/></C:supported-calendar-component-set>"
                        + "</D:prop></D:set></C:mkcalendar>");
        assertThat(made.status()).isEqualTo(201);
        var found = boris.propfind(
                path,
                0,
                "<D:displayname/><C:calendar-description/><A:calendar-color/><C:calendar-timezone/>"
                        + "<C:calendar-timezone-id/><C:supported-calendar-component-set/>");
        assertThat(found.text("//D:displayname")).isEqualTo("Горы");
        assertThat(found.text("//C:calendar-description")).isEqualTo("Hikes");
        assertThat(found.text("//A:calendar-color")).isEqualTo("#FF2968FF");
        assertThat(found.text("//C:calendar-timezone"))
                .contains("BEGIN:VTIMEZONE")
                .contains("TZID:Europe/Berlin");
        assertThat(found.text("//C:calendar-timezone-id")).isEqualTo("Europe/Berlin");
        assertThat(found.texts("//C:comp/@name")).containsExactly("VEVENT");
        assertThat(boris.send("MKCALENDAR", path, "").precondition()).isEqualTo("D:resource-must-be-null");
    }

    @Test
    void whereNoCalendarMayBeNoneIsMade() {
        boris.send("MKCALENDAR", path, "");
        assertThat(boris.send("MKCALENDAR", path + "within/", "").precondition())
                .isEqualTo("C:calendar-collection-location-ok");
        assertThat(boris.send("MKCALENDAR", "/dav/calendars/eva/mine/", "").precondition())
                .isEqualTo("C:calendar-collection-location-ok");
        var bad = boris.send(
                "MKCALENDAR",
                HOME + "bad/",
                "<C:mkcalendar" + NAMESPACES
                        + "><D:set><D:prop><D:getetag>x</D:getetag></D:prop></D:set></C:mkcalendar>");
        assertThat(bad.status()).isEqualTo(403);
        assertThat(bad.precondition()).isEqualTo("C:initialize-calendar-collection");
        assertThat(boris.propfind(HOME + "bad/", 0, "<D:displayname/>").status())
                .isEqualTo(404);
    }

    @Test
    void mkcolMakesCalendarsAndNothingElse() {
        var type = "<D:resourcetype><D:collection/>%s</D:resourcetype>";
        var body = "<D:mkcol" + NAMESPACES + "><D:set><D:prop>" + type
                + "<D:displayname>By MKCOL</D:displayname></D:prop></D:set></D:mkcol>";
        assertThat(boris.send("MKCOL", path, body.formatted("")).precondition()).isEqualTo("D:valid-resourcetype");
        assertThat(boris.send("MKCOL", path, body.formatted("<C:calendar/>")).status())
                .isEqualTo(201);
        assertThat(boris.propfind(path, 0, "<D:displayname/>").text("//D:displayname"))
                .isEqualTo("By MKCOL");
        assertThat(boris.send("MKCOL", path, body.formatted("<C:calendar/>")).status())
                .isEqualTo(405);
        var bad = boris.send(
                "MKCOL",
                HOME + "bad/",
                body.formatted("<C:calendar/>").replace("<D:displayname>By MKCOL</D:displayname>", "<D:getetag/>"));
        assertThat(bad.status()).isEqualTo(424);
        assertThat(bad.xml().getDocumentElement().getLocalName()).isEqualTo("mkcol-response");
        assertThat(bad.has("//D:error/D:cannot-modify-protected-property")).isTrue();
    }

    @Test
    void propertiesChangeAllOrNone() {
        boris.send("MKCALENDAR", path, "");
        var ctag = boris.propfind(path, 0, "<CS:getctag/>").text("//CS:getctag");
        var done = patch("<D:set><D:prop><D:displayname>New</D:displayname><A:calendar-order>7</A:calendar-order>"
                + "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>"
                + "<x:own xmlns:x=\"urn:own\" a=\"1\">kept<x:b/></x:own></D:prop></D:set>");
        assertThat(done.status()).isEqualTo(207);
        assertThat(done.texts("//D:status")).containsOnly("HTTP/1.1 200 OK");
        var found = boris.propfind(
                path,
                0,
                "<D:displayname/><A:calendar-order/><C:schedule-calendar-transp/><x:own xmlns:x=\"urn:own\"/><CS:getctag/>");
        assertThat(found.text("//D:displayname")).isEqualTo("New");
        assertThat(found.text("//A:calendar-order")).isEqualTo("7");
        assertThat(found.has("//C:schedule-calendar-transp/C:transparent")).isTrue();
        assertThat(found.body()).contains("kept<X:b");
        assertThat(found.text("//CS:getctag")).isNotEqualTo(ctag);
        var refused =
                patch("<D:set><D:prop><D:displayname>Newer</D:displayname><D:getetag>x</D:getetag></D:prop></D:set>");
        assertThat(refused.texts("//D:propstat[.//D:getetag]/D:status")).containsExactly("HTTP/1.1 403 Forbidden");
        assertThat(refused.has("//D:error/D:cannot-modify-protected-property")).isTrue();
        assertThat(refused.texts("//D:propstat[.//D:displayname]/D:status"))
                .containsExactly("HTTP/1.1 424 Failed Dependency");
        assertThat(boris.propfind(path, 0, "<D:displayname/>").text("//D:displayname"))
                .isEqualTo("New");
        patch("<D:remove><D:prop><x:own xmlns:x=\"urn:own\"/></D:prop></D:remove>");
        assertThat(boris.propfind(path, 0, "<x:own xmlns:x=\"urn:own\"/>").body())
                .doesNotContain("kept");
        assertThat(patch(
                                "<D:set><D:prop><C:calendar-timezone-id>Mars/Olympus</C:calendar-timezone-id></D:prop></D:set>")
                        .has("//D:error/C:valid-timezone"))
                .isTrue();
    }

    @Test
    void theDefaultCalendarStaysAndOthersGo() {
        boris.send("MKCALENDAR", path, "");
        boris.put(path + "x.ics", at(newUid(), "20270110T100000Z", "In it"));
        assertThat(boris.delete(path).status()).isEqualTo(204);
        assertThat(boris.propfind(path, 0, "<D:displayname/>").status()).isEqualTo(404);
        assertThat(boris.delete(HOME + "default/").precondition()).isEqualTo("C:default-calendar-needed");
    }

    @Test
    void aCalendarGetsAnotherAddress() {
        boris.send("MKCALENDAR", path, "");
        var other = HOME + UUID.randomUUID() + "/";
        assertThat(boris.send("MOVE", path, "", "Destination", other).status()).isEqualTo(201);
        assertThat(boris.propfind(other, 0, "<D:displayname/>").status()).isEqualTo(207);
        assertThat(boris.send("MOVE", other, "", "Destination", "/dav/calendars/eva/x/")
                        .precondition())
                .isEqualTo("C:calendar-collection-location-ok");
    }

    @Test
    void objectsMoveAndAreCopied() {
        var uid = newUid();
        boris.send("MKCALENDAR", path, "");
        var text = event(
                uid,
                "DTSTART:20270110T100000Z\nDURATION:PT1H\nSUMMARY:Moves\nORGANIZER:mailto:boris@kalends.test\n"
                        + "ATTENDEE:mailto:guest@elsewhere.test");
        var from = HOME + "default/" + UUID.randomUUID() + ".ics";
        var tag = boris.put(from, text).header("Schedule-Tag");
        assertThat(boris.send("MOVE", from, "", "Destination", "http://elsewhere.test/dav/x")
                        .status())
                .isEqualTo(502);
        assertThat(boris.send("MOVE", from, "", "Destination", path + "m.ics").status())
                .isEqualTo(201);
        assertThat(boris.get(from).status()).isEqualTo(404);
        var moved = boris.get(path + "m.ics");
        assertThat(moved.body()).isEqualTo(text);
        assertThat(moved.header("Schedule-Tag")).isEqualTo(tag);
        assertThat(boris.send("COPY", path + "m.ics", "", "Destination", path + "c.ics")
                        .precondition())
                .isEqualTo("C:no-uid-conflict");
        assertThat(boris.send("COPY", path + "m.ics", "", "Destination", HOME + "default/c.ics")
                        .precondition())
                .isEqualTo("C:unique-scheduling-object-resource");
        var plain = at(newUid(), "20270111T100000Z", "Copied");
        boris.put(path + "p.ics", plain);
        var target = HOME + "default/" + UUID.randomUUID() + ".ics";
        assertThat(boris.send("COPY", path + "p.ics", "", "Destination", target).status())
                .isEqualTo(201);
        assertThat(boris.send("COPY", path + "p.ics", "", "Destination", target, "Overwrite", "F")
                        .status())
                .isEqualTo(412);
        assertThat(boris.get(target).body()).isEqualTo(plain);
        assertThat(boris.send("MOVE", path + "p.ics", "", "Destination", HOME + "x.ics")
                        .precondition())
                .isEqualTo("C:calendar-collection-location-ok");
    }
}
