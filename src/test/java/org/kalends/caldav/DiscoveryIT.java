package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

class DiscoveryIT {

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient anna = DavClient.demo(server, "anna");

    @Test
    void aClientFindsItsCalendarsFromTheBareHostName() {
        var wellKnown = DavClient.anonymous(server).send("PROPFIND", "/.well-known/caldav", "");
        assertThat(wellKnown.status()).isEqualTo(301);
        assertThat(wellKnown.header("Location")).endsWith("/dav/");
        var root = anna.propfind("/dav/", 0, "<D:current-user-principal/>");
        assertThat(root.status()).isEqualTo(207);
        var principal = root.text("//D:current-user-principal/D:href");
        assertThat(principal).isEqualTo("/dav/principals/users/anna/");
        var person = anna.propfind(
                principal, 0, "<C:calendar-home-set/><C:calendar-user-address-set/><D:displayname/><D:principal-URL/>");
        var home = person.text("//C:calendar-home-set/D:href");
        assertThat(home).isEqualTo("/dav/calendars/anna/");
        assertThat(person.texts("//C:calendar-user-address-set/D:href"))
                .startsWith("mailto:anna@kalends.test")
                .contains(principal);
        var calendars = anna.propfind(home, 1, "<D:resourcetype/><D:displayname/><CS:getctag/><D:sync-token/>");
        assertThat(calendars.texts("//D:response[.//C:calendar]/D:href")).contains("/dav/calendars/anna/default/");
    }

    @Test
    void aClientThatAsksTheBareHostIsLedOnAndABrowserGetsThePage() {
        var root = DavClient.anonymous(server).send("PROPFIND", "/", "");
        assertThat(root.status()).isEqualTo(301);
        assertThat(root.header("Location")).endsWith("/dav/");
        var page = DavClient.anonymous(server).send("GET", "/", "");
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void aPersonIsFoundByHisAddressToo() {
        assertThat(anna.propfind("/dav/calendars/anna%40kalends.test/", 0, "<D:owner/>")
                        .text("//D:response/D:href"))
                .isEqualTo("/dav/calendars/anna/");
    }

    @Test
    void propertiesThatAreNotThereAreTold() {
        var answer =
                anna.propfind("/dav/calendars/anna/default/", 0, "<D:displayname/><D:nonsense/><X xmlns=\"urn:x\"/>");
        assertThat(answer.texts("//D:propstat[D:status='HTTP/1.1 404 Not Found']//D:nonsense"))
                .hasSize(1);
        var brief = anna.send(
                "PROPFIND",
                "/dav/calendars/anna/default/",
                "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:displayname/><D:nonsense/></D:prop></D:propfind>",
                "Depth",
                "0",
                "Prefer",
                "return=minimal");
        assertThat(brief.body()).doesNotContain("HTTP/1.1 404");
        assertThat(brief.header("Preference-Applied")).isEqualTo("return=minimal");
    }

    @Test
    void depthMustBeFinite() {
        var infinite = anna.send("PROPFIND", "/dav/calendars/anna/", "");
        assertThat(infinite.status()).isEqualTo(403);
        assertThat(infinite.precondition()).isEqualTo("D:propfind-finite-depth");
        assertThat(anna.send("PROPFIND", "/dav/", "", "Depth", "2").status()).isEqualTo(400);
    }

    @Test
    void optionsTellWhatWorks() {
        var options = anna.send("OPTIONS", "/dav/calendars/anna/default/", "");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("DAV")).contains("1, 3").contains("calendar-access");
        assertThat(options.header("Allow")).contains("PROPFIND").contains("REPORT");
        assertThat(DavClient.anonymous(server).send("OPTIONS", "/dav/", "").status())
                .isEqualTo(401);
        assertThat(anna.send("LOCK", "/dav/calendars/anna/default/x.ics", "").status())
                .isEqualTo(405);
    }

    @Test
    void addressesThatAreNoneAreRefused() {
        for (var path : new String[] {
            "/dav/calendars//anna/",
            "/dav/calendars/anna/default/a%2Fb.ics",
            "/dav/calendars/anna/default/%00.ics",
            "/dav/calendars/anna/default/%ff.ics"
        }) {
            assertThat(anna.get(path).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void propertiesThatNameResourcesAreExpanded() {
        var answer = anna.report(
                "/dav/",
                "<D:expand-property xmlns:D=\"DAV:\"><D:property name=\"current-user-principal\">"
                        + "<D:property name=\"displayname\"/><D:property name=\"calendar-home-set\""
                        + " namespace=\"urn:ietf:params:xml:ns:caldav\"><D:property name=\"resourcetype\"/></D:property>"
                        + "</D:property><D:property name=\"nonsense\"/></D:expand-property>",
                "Depth",
                "0");
        assertThat(answer.status()).isEqualTo(207);
        var principal = "//D:current-user-principal/D:response";
        assertThat(answer.text(principal + "/D:href")).isEqualTo("/dav/principals/users/anna/");
        assertThat(answer.text(principal + "//D:displayname")).isEqualTo("Анна Иванова");
        assertThat(answer.text(principal + "//C:calendar-home-set/D:response/D:href"))
                .isEqualTo("/dav/calendars/anna/");
        assertThat(answer.has("//D:propstat[D:status='HTTP/1.1 404 Not Found']//D:nonsense"))
                .isTrue();
    }
}
