package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.DavClient.NAMESPACES;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.Person;

/** sync-collection on a home: which collections came, went and changed. */
class HomeSyncIT {

    private Person owner;
    private String home;
    private String token;

    @BeforeEach
    void someone() {
        owner = Person.named("sync");
        home = "/dav/calendars/" + owner.login() + "/";
        token = token(sync(""));
    }

    private Answer sync(String since) {
        return owner.dav().sync(home, since, "<D:displayname/><D:sync-token/>");
    }

    private static String token(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(207);
        return answer.text("/D:multistatus/D:sync-token");
    }

    /** What changed since the last time; addresses within the home. */
    private List<String> changed() {
        return told("//D:response[D:propstat]/D:href");
    }

    private List<String> gone() {
        return told("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href");
    }

    private List<String> told(String path) {
        return sync(token).texts(path).stream()
                .map(href -> href.substring(home.length()))
                .toList();
    }

    @Test
    @DisplayName("R21: the first time tells every collection of the home, the next time nothing")
    void theFirstTimeTellsEveryCollection() {
        var first = sync("");
        assertThat(first.texts("//D:response/D:href")).contains(home + "default/", home + "inbox/", home + "outbox/");
        assertThat(changed()).isEmpty();
        assertThat(owner.dav().propfind(home, 0, "<D:sync-token/>").text("//D:sync-token"))
                .isEqualTo(token);
        assertThat(owner.dav().propfind(home, 0, "<CS:getctag/>").text("//CS:getctag"))
                .isEqualTo(token);
    }

    @Test
    void aCalendarIsToldWhenSomethingInItOrOfItChanges() {
        owner.dav().put(home + "default/a.ics", text());
        assertThat(changed()).containsExactly("default/");
        token = token(sync(token));
        owner.dav()
                .send(
                        "PROPPATCH",
                        home + "default/",
                        "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><D:displayname>Renamed</D:displayname>"
                                + "</D:prop></D:set></D:propertyupdate>");
        assertThat(changed()).containsExactly("default/");
    }

    private static String text() {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Client//Test//EN\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                + "DTSTAMP:20261124T120000Z\r\nDTSTART:20310603T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void calendarsComeAndGo() {
        assertThat(owner.dav().send("MKCALENDAR", home + "new%20one/", "").status())
                .isEqualTo(201);
        assertThat(changed()).containsExactly("new%20one/");
        token = token(sync(token));
        owner.dav().delete(home + "new%20one/");
        assertThat(changed()).isEmpty();
        assertThat(gone()).containsExactly("new%20one/");
    }

    @Test
    void sharedOnesToo() {
        var chief = Person.named("chief");
        var calendar = chief.calendar();
        chief.share(calendar, owner.login(), "read");
        assertThat(changed()).containsExactly("shared-" + calendar + "/");
        token = token(sync(token));
        chief.share(calendar, owner.login(), "write");
        assertThat(changed()).containsExactly("shared-" + calendar + "/");
        token = token(sync(token));
        chief.unshare(calendar, owner.login());
        assertThat(gone()).containsExactly("shared-" + calendar + "/");
    }

    @Test
    @DisplayName("R21: pages carry their own token and a 507 until everything was told once")
    void pagesCarryTheirOwnToken() {
        var told = new ArrayList<String>();
        var since = "";
        boolean more = true;
        while (more) {
            var page = owner.dav()
                    .report(
                            home,
                            "<D:sync-collection" + NAMESPACES + "><D:sync-token>" + since
                                    + "</D:sync-token><D:sync-level>1</D:sync-level><D:limit><D:nresults>1</D:nresults>"
                                    + "</D:limit><D:prop><D:displayname/></D:prop></D:sync-collection>",
                            "Depth",
                            "0");
            var hrefs = page.texts("//D:response[D:propstat]/D:href");
            assertThat(hrefs).hasSize(1);
            told.addAll(hrefs);
            more = page.has("//D:response[D:error/D:number-of-matches-within-limits]");
            since = token(page);
        }
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sync("").texts("//D:response/D:href"));
        assertThat(since).isEqualTo(token);
    }

    @Test
    void tokensThatAreNoneOfTheHomeAreRefusedByName() {
        var other = Person.named("other");
        assertThat(other.dav()
                        .sync("/dav/calendars/" + other.login() + "/", token, "<D:displayname/>")
                        .precondition())
                .isEqualTo("D:valid-sync-token");
        assertThat(sync(token + "%").precondition()).isEqualTo("D:valid-sync-token");
        assertThat(sync(token.replaceFirst(":[^:]*$", ":AAAA")).precondition()).isEqualTo("D:valid-sync-token");
        assertThat(sync("urn:kalends:sync:1:nonsense").precondition()).isEqualTo("D:valid-sync-token");
        assertThat(owner.dav()
                        .send("PROPFIND", home, "", "Depth", "0", "If", "<" + home + "> (Not <" + token + ">)")
                        .status())
                .isEqualTo(412);
    }
}
