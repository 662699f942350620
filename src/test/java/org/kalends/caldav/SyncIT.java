package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;

/** Pages carry their own token and a 507; what is told is what is there. */
class SyncIT {

    private final OwnCalendar own = OwnCalendar.of("eva");
    private final List<String> uids = new ArrayList<>();

    @BeforeEach
    void fiveObjects() {
        for (int i = 0; i < 5; i++) {
            uids.add(newUid());
            own.put(i + ".ics", at(uids.get(i), "2027020" + (i + 1) + "T100000Z", "Number " + i));
        }
        own.client().delete(own.path() + "4.ics");
    }

    private DavClient.Answer page(String token, int limit) {
        return own.client()
                .report(
                        own.path(),
                        "<D:sync-collection" + NAMESPACES + "><D:sync-token>" + token
                                + "</D:sync-token><D:sync-level>1</D:sync-level><D:limit><D:nresults>" + limit
                                + "</D:nresults></D:limit><D:prop><D:getetag/></D:prop></D:sync-collection>",
                        "Depth",
                        "0");
    }

    private static String token(DavClient.Answer answer) {
        return answer.text("/D:multistatus/D:sync-token");
    }

    @Test
    @DisplayName("R21: a page of a first sync carries its own token and a 507, and all that is there is told once")
    void pagesOfAFirstSyncTellAllThatIsThereOnce() {
        var told = new ArrayList<String>();
        var answer = page("", 3);
        assertThat(answer.texts("//D:response[D:status='HTTP/1.1 507 Insufficient Storage']/D:href"))
                .containsExactly(own.path());
        assertThat(answer.has("//D:error/D:number-of-matches-within-limits")).isTrue();
        told.addAll(answer.texts("//D:response[D:propstat]/D:href"));
        assertThat(told).hasSize(3);
        var rest = page(token(answer), 3);
        assertThat(rest.texts("//D:status")).containsOnly("HTTP/1.1 200 OK");
        told.addAll(rest.texts("//D:response[D:propstat]/D:href"));
        assertThat(told)
                .containsExactly(
                        own.path() + "0.ics", own.path() + "1.ics", own.path() + "2.ics", own.path() + "3.ics");
        assertThat(page(token(rest), 3).texts("//D:response")).isEmpty();
    }

    @Test
    @DisplayName("R21, R22: what changes while a client pages is told again")
    void whatChangesWhileAClientPagesIsToldAgain() {
        var first = page("", 2);
        own.put("0.ics", at(uids.get(0), "20270301T100000Z", "Changed"));
        own.client().delete(own.path() + "1.ics");
        var rest = page(token(first), 10);
        assertThat(rest.texts("//D:response[D:propstat]/D:href"))
                .containsExactly(own.path() + "2.ics", own.path() + "3.ics", own.path() + "0.ics");
        assertThat(rest.texts("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href"))
                .containsExactly(own.path() + "1.ics");
    }

    @Test
    @DisplayName("R21: levels, limits and tokens that are not answered are refused by name")
    void levelsAndLimitsThatAreNotAnsweredAreRefused() {
        var infinite = own.client()
                .report(
                        own.path(),
                        "<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token/><D:sync-level>infinite</D:sync-level><D:prop/>"
                                + "</D:sync-collection>",
                        "Depth",
                        "0");
        assertThat(infinite.precondition()).isEqualTo("D:sync-traversal-supported");
        assertThat(page("", 0).status()).isEqualTo(400);
        assertThat(page("urn:kalends:sync:1:nonsense", 3).precondition()).isEqualTo("D:valid-sync-token");
        var future = token(page("", 10)).replaceFirst("\\d+$", "999999");
        assertThat(page(future, 3).precondition()).isEqualTo("D:valid-sync-token");
    }

    @Test
    void theTagOfTheCalendarMovesWithEveryChange() {
        var before = own.client().propfind(own.path(), 0, "<CS:getctag/><D:sync-token/>");
        own.put("0.ics", at(uids.get(0), "20270302T100000Z", "Changed"));
        var after = own.client().propfind(own.path(), 0, "<CS:getctag/><D:sync-token/>");
        assertThat(after.text("//CS:getctag")).isNotEqualTo(before.text("//CS:getctag"));
        assertThat(after.text("//D:sync-token")).isNotEqualTo(before.text("//D:sync-token"));
    }
}
