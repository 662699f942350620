package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.DavClient.NAMESPACES;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.Person;

/** Shared calendars as calendar programs see them: bound in one's own home, with the rights of the share. */
class SharedByDavIT {

    private static final LocalDate DAY = LocalDate.of(2031, 6, 3);
    private static final String PRIVILEGES = "//D:current-user-privilege-set/D:privilege/";

    private Person chief;
    private Person other;
    private String calendar;

    @BeforeEach
    void twoPeople() {
        chief = Person.named("chief");
        other = Person.named("other", "en");
        calendar = chief.calendar();
    }

    private String bound() {
        return "/dav/calendars/" + other.login() + "/shared-" + calendar + "/";
    }

    private DavClient.Answer home(Person person, String properties) {
        return person.dav().propfind("/dav/calendars/" + person.login() + "/", 1, properties);
    }

    @Test
    void standsInTheHomeOfWhoMayReadItWithItsOwnerAndTheRights() {
        assertThat(home(other, "<D:displayname/>").body()).doesNotContain(calendar);
        chief.share(calendar, other.login(), "read");
        var found = home(other, "<D:displayname/><D:owner/><D:resourcetype/>");
        assertThat(found.texts("//D:response[contains(D:href,'" + calendar + "')]//D:owner/D:href"))
                .containsExactly("/dav/principals/users/" + chief.login() + "/");
        assertThat(found.has("//D:response[contains(D:href,'" + calendar + "')]//D:resourcetype/CS:shared"))
                .isTrue();
        var rights = other.dav().propfind(bound(), 0, "<D:current-user-privilege-set/>");
        assertThat(rights.has(PRIVILEGES + "D:read")).isTrue();
        assertThat(rights.has(PRIVILEGES + "D:write-content")).isFalse();
        chief.share(calendar, other.login(), "freebusy");
        assertThat(home(other, "<D:displayname/>").body()).doesNotContain(calendar);
        chief.unshare(calendar, other.login());
        assertThat(other.dav().propfind(bound(), 0, "<D:displayname/>").status())
                .isEqualTo(404);
    }

    @Test
    void isSynchronisedAndWrittenLikeOnesOwn() {
        chief.share(calendar, other.login(), "write");
        var first = other.dav().sync(bound(), "", "<D:getetag/>");
        assertThat(first.status()).isEqualTo(207);
        var text = event("u1", "SUMMARY:From the secretary");
        assertThat(other.dav().put(bound() + "u1.ics", text).status()).isEqualTo(201);
        assertThat(items(chief.api().get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))))
                .singleElement()
                .satisfies(one -> assertThat(one.get("title").asText()).isEqualTo("From the secretary"));
        var next = other.dav().sync(bound(), first.text("//D:sync-token"), "<D:getetag/>");
        assertThat(next.texts("//D:response/D:href")).containsExactly(bound() + "u1.ics");
        assertThat(other.dav().get(bound() + "u1.ics").body()).isEqualTo(text);
        assertThat(other.dav().delete(bound() + "u1.ics").status()).isEqualTo(204);
    }

    private static String event(String uid, String lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//Test//EN\nBEGIN:VEVENT\nUID:" + uid
                        + "\nDTSTAMP:20261124T120000Z\nDTSTART:20310603T090000Z\nDURATION:PT1H\n" + lines
                        + "\nEND:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    @Test
    void aPrivateObjectTellsWhenItIsAndIsFoundByNothingElse() {
        var secret = event("p1", "CLASS:CONFIDENTIAL\nSUMMARY:Dismissal\nLOCATION:Cellar\nX-NOTE:severance");
        var path = "/dav/calendars/" + chief.login() + "/default/p1.ics";
        assertThat(chief.dav().put(path, secret).status()).isEqualTo(201);
        chief.share(calendar, other.login(), "write");
        var seen = other.dav().get(bound() + "p1.ics");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body())
                .contains("SUMMARY:Busy", "DTSTART:20310603T090000Z", "DURATION:PT1H", "UID:p1", "CLASS:CONFIDENTIAL")
                .doesNotContain("Dismissal", "Cellar", "severance");
        var byTitle = "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"SUMMARY\"><C:text-match>%s</C:text-match>"
                + "</C:prop-filter></C:comp-filter>";
        assertThat(other.dav().query(bound(), byTitle.formatted("dismissal")).has("//D:response"))
                .isFalse();
        assertThat(chief.dav()
                        .query("/dav/calendars/" + chief.login() + "/default/", byTitle.formatted("dismissal"))
                        .has("//D:response"))
                .isTrue();
        var refused = other.dav().put(bound() + "p1.ics", secret);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo("D:need-privileges");
        assertThat(chief.dav().get(path).body()).isEqualTo(secret);
    }

    @Test
    void aMissingRightIsNamedWithTheAddress() {
        chief.share(calendar, other.login(), "read");
        var refused = other.dav().put(bound() + "n1.ics", event("n1", "SUMMARY:X"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo("D:need-privileges");
        assertThat(refused.text("//D:resource/D:href")).isEqualTo(bound() + "n1.ics");
        assertThat(refused.has("//D:privilege/D:write-content")).isTrue();
    }

    @Test
    void nameColourAndPropertiesOfClientsAreEachOnesOwn() {
        chief.share(calendar, other.login(), "write");
        var update = "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><D:displayname>Boss</D:displayname>"
                + "<A:calendar-color>#112233</A:calendar-color><X:note xmlns:X=\"urn:x\">mine</X:note></D:prop></D:set>"
                + "</D:propertyupdate>";
        assertThat(other.dav().send("PROPPATCH", bound(), update).status()).isEqualTo(207);
        var asked = "<D:displayname/><A:calendar-color/><X:note xmlns:X=\"urn:x\"/>";
        var seen = other.dav().propfind(bound(), 0, asked);
        assertThat(seen.text("//D:displayname")).isEqualTo("Boss");
        assertThat(seen.body()).contains("#112233", "mine");
        var own = chief.dav().propfind("/dav/calendars/" + chief.login() + "/default/", 0, asked);
        assertThat(own.text("//D:displayname")).isEqualTo(chief.login());
        assertThat(own.body()).doesNotContain("mine", "#112233");
    }

    @Test
    void whoDeletesTheBoundCalendarLeavesIt() {
        chief.share(calendar, other.login(), "manage");
        chief.plan(timed("Stays", DAY, "10:00", "11:00"));
        assertThat(other.dav().delete(bound()).status()).isEqualTo(204);
        assertThat(other.dav().propfind(bound(), 0, "<D:displayname/>").status())
                .isEqualTo(404);
        assertThat(items(chief.api().get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))))
                .hasSize(1);
    }

    private static String ace(String principal, String grant) {
        return "<D:ace><D:principal>" + principal + "</D:principal><D:grant>" + grant + "</D:grant></D:ace>";
    }

    private static String privilege(String name) {
        return "<D:privilege><" + name + "/></D:privilege>";
    }

    private DavClient.Answer acl(String... entries) {
        return chief.dav()
                .send(
                        "ACL",
                        "/dav/calendars/" + chief.login() + "/default/",
                        "<D:acl" + NAMESPACES + ">" + String.join("", entries) + "</D:acl>");
    }

    private String href(Person person) {
        return "<D:href>/dav/principals/users/" + person.login() + "/</D:href>";
    }

    @Test
    void anAccessControlListIsTheSharesAndTheyAreOne() {
        var third = Person.named("third");
        chief.share(calendar, third.login(), "read");
        assertThat(acl(ace(href(other), privilege("D:read") + privilege("D:write")))
                        .status())
                .isEqualTo(200);
        var shares = items(chief.api().get("/api/v1/calendars/" + calendar + "/shares"));
        assertThat(shares).singleElement().satisfies(one -> {
            assertThat(one.at("/principal/address").asText()).isEqualTo(other.address());
            assertThat(one.get("level").asText()).isEqualTo("write");
        });
        var told = chief.dav().propfind("/dav/calendars/" + chief.login() + "/default/", 0, "<D:acl/>");
        assertThat(told.texts("//D:ace/D:principal/D:href"))
                .containsExactly(
                        "/dav/principals/users/" + chief.login() + "/", "/dav/principals/users/" + other.login() + "/");
        assertThat(told.has("//D:ace[2]/D:grant/D:privilege/D:write-content")).isTrue();
        assertThat(told.has("//D:ace[1]/D:protected")).isTrue();
        assertThat(other.dav().propfind(bound(), 0, "<D:acl/>").texts("//D:ace"))
                .hasSize(1);
    }

    @Test
    void entriesThatAreNoLevelOfSharingAreRefusedByTheirPrecondition() {
        var read = privilege("D:read");
        var refused = List.of(
                acl("<D:ace><D:principal>" + href(other) + "</D:principal><D:deny>" + read + "</D:deny></D:ace>"),
                acl("<D:ace><D:invert><D:principal>" + href(other) + "</D:principal></D:invert><D:grant>" + read
                        + "</D:grant></D:ace>"),
                acl(ace("<D:href>/dav/principals/users/nobody-at-all/</D:href>", read)),
                acl(ace("<D:all/>", read)),
                acl(ace(href(other), privilege("D:unlock"))),
                acl(ace(href(chief), read)),
                acl(ace(href(other), read).repeat(501)));
        assertThat(refused).extracting(DavClient.Answer::status).containsOnly(403);
        assertThat(refused)
                .extracting(DavClient.Answer::precondition)
                .containsExactly(
                        "D:grant-only",
                        "D:no-invert",
                        "D:recognized-principal",
                        "D:allowed-principal",
                        "D:not-supported-privilege",
                        "D:no-protected-ace-conflict",
                        "D:limited-number-of-aces");
        assertThat(items(chief.api().get("/api/v1/calendars/" + calendar + "/shares")))
                .isEmpty();
    }

    @Test
    void aDelegateIsNamedInTheGroupAndManagesEveryCalendar() {
        var group = "/dav/principals/users/" + chief.login() + "/calendar-proxy-write/";
        var update = "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><D:group-member-set>" + href(other)
                + "</D:group-member-set></D:prop></D:set></D:propertyupdate>";
        var set = chief.dav().send("PROPPATCH", group, update);
        assertThat(set.body()).contains("200 OK");
        assertThat(chief.dav().propfind(group, 0, "<D:group-member-set/>").texts("//D:group-member-set/D:href"))
                .containsExactly("/dav/principals/users/" + other.login() + "/");
        var principal = "/dav/principals/users/" + other.login() + "/";
        var membership = other.dav().propfind(principal, 0, "<D:group-membership/><CS:calendar-proxy-write-for/>");
        assertThat(membership.texts("//D:group-membership/D:href")).containsExactly(group);
        assertThat(membership.texts("//CS:calendar-proxy-write-for/D:href"))
                .containsExactly("/dav/principals/users/" + chief.login() + "/");
        assertThat(home(other, "<D:displayname/>").body()).contains(calendar);
        assertThat(items(chief.api().get("/api/v1/calendars/all/shares")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("level").asText()).isEqualTo("manage"));
        assertThat(other.dav().send("PROPPATCH", group, update).status()).isEqualTo(403);
        assertThat(chief.dav()
                        .send("PROPPATCH", group, update.replace(href(other), ""))
                        .status())
                .isEqualTo(207);
        assertThat(home(other, "<D:displayname/>").body()).doesNotContain(calendar);
    }

    @Test
    void theCapabilitiesAreTold() {
        assertThat(chief.dav()
                        .send("OPTIONS", "/dav/calendars/" + chief.login() + "/", "")
                        .header("DAV"))
                .contains("calendar-proxy", "calendarserver-private-events", "access-control");
    }
}
