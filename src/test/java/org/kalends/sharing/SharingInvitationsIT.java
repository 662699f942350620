package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.DavClient.NAMESPACES;
import static org.kalends.support.Planning.items;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.Person;

/** Calendars offered and taken as programs of Apple's do it (caldav-sharing): offered, told, answered, told again. */
class SharingInvitationsIT {

    private Person chief;
    private Person other;

    @BeforeEach
    void twoPeople() {
        chief = Person.named("chief");
        other = Person.named("other", "en");
    }

    private String owners() {
        return "/dav/calendars/" + chief.login() + "/default/";
    }

    private String bound() {
        return "/dav/calendars/" + other.login() + "/shared-" + chief.calendar() + "/";
    }

    private static String notifications(Person person) {
        return "/dav/calendars/" + person.login() + "/notifications/";
    }

    private Answer share(String instructions) {
        return chief.dav()
                .send(
                        "POST",
                        owners(),
                        "<CS:share" + NAMESPACES + ">" + instructions + "</CS:share>",
                        "Content-Type",
                        "application/xml; charset=utf-8");
    }

    private String set(String right) {
        return "<CS:set><D:href>mailto:" + other.address() + "</D:href><CS:common-name>O</CS:common-name>"
                + "<CS:summary>The boss</CS:summary><CS:" + right + "/></CS:set>";
    }

    private String remove() {
        return "<CS:remove><D:href>/dav/principals/users/" + other.login() + "/</D:href></CS:remove>";
    }

    private Answer reply(String id, String answer) {
        return other.dav()
                .send(
                        "POST",
                        "/dav/calendars/" + other.login() + "/",
                        "<CS:invite-reply" + NAMESPACES + "><D:href>mailto:" + other.address() + "</D:href><CS:"
                                + answer
                                + "/><CS:hosturl><D:href>" + owners() + "</D:href></CS:hosturl><CS:in-reply-to>" + id
                                + "</CS:in-reply-to><CS:summary>My boss</CS:summary></CS:invite-reply>",
                        "Content-Type",
                        "text/xml");
    }

    private static Answer only(Person person) {
        var listed = person.dav()
                .propfind(notifications(person), 1, "<CS:notificationtype/><D:getetag/><D:getcontenttype/>");
        var hrefs = listed.texts("//D:response[.//CS:notificationtype/*]/D:href");
        assertThat(hrefs).hasSize(1);
        return person.dav().get(hrefs.get(0));
    }

    private static int told(Person person) {
        return person.dav()
                .propfind(notifications(person), 1, "<CS:notificationtype/>")
                .texts("//D:response[.//CS:notificationtype/*]/D:href")
                .size();
    }

    private Answer invite() {
        return chief.dav().propfind(owners(), 0, "<CS:invite/><D:resourcetype/><CS:allowed-sharing-modes/>");
    }

    @Test
    void whatIsOfferedIsSeenOnceItIsAccepted() {
        var fresh = invite();
        assertThat(fresh.has("//CS:allowed-sharing-modes/CS:can-be-shared")).isTrue();
        assertThat(fresh.has("//D:resourcetype/CS:shared-owner")).isFalse();
        assertThat(share(set("read-write")).status()).isEqualTo(200);
        var offered = invite();
        assertThat(offered.text("//CS:invite/CS:user/D:href")).isEqualTo("mailto:" + other.address());
        assertThat(offered.has("//CS:invite/CS:user/CS:invite-noresponse")).isTrue();
        assertThat(offered.has("//CS:invite/CS:user/CS:access/CS:read-write")).isTrue();
        assertThat(offered.has("//D:resourcetype/CS:shared-owner")).isTrue();
        assertThat(other.dav().propfind(bound(), 0, "<D:displayname/>").status())
                .isEqualTo(404);

        var notice = only(other);
        assertThat(notice.header("Content-Type")).startsWith("application/xml");
        assertThat(notice.has("/CS:notification/CS:dtstamp")).isTrue();
        var in = "/CS:notification/CS:invite-notification";
        assertThat(notice.has(in + "[@shared-type='calendar']/CS:invite-noresponse"))
                .isTrue();
        assertThat(notice.text(in + "/D:href")).isEqualTo("mailto:" + other.address());
        assertThat(notice.text(in + "/CS:hosturl/D:href")).isEqualTo(owners());
        assertThat(notice.text(in + "/CS:organizer/D:href")).isEqualTo("mailto:" + chief.address());
        assertThat(notice.text(in + "/CS:summary")).isEqualTo("The boss");
        assertThat(notice.has(in + "/CS:access/CS:read-write")).isTrue();

        var answered = reply(notice.text(in + "/CS:uid"), "invite-accepted");
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(answered.text("/CS:shared-as/D:href")).isEqualTo(bound());
        var mine = other.dav().propfind(bound(), 0, "<D:displayname/><D:resourcetype/><CS:shared-url/><CS:invite/>");
        assertThat(mine.text("//D:displayname")).isEqualTo("My boss");
        assertThat(mine.has("//D:resourcetype/CS:shared")).isTrue();
        assertThat(mine.text("//CS:shared-url/D:href")).isEqualTo(owners());
        assertThat(mine.text("//CS:invite/CS:organizer/D:href")).isEqualTo("mailto:" + chief.address());
        assertThat(told(other)).isZero();
        assertThat(invite().has("//CS:invite/CS:user/CS:invite-accepted")).isTrue();
        var reply = only(chief);
        assertThat(reply.has("/CS:notification/CS:invite-reply/CS:invite-accepted"))
                .isTrue();
        assertThat(reply.text("/CS:notification/CS:invite-reply/D:href")).isEqualTo("mailto:" + other.address());
        assertThat(reply(notice.text(in + "/CS:uid"), "invite-accepted").status())
                .as("answered already")
                .isEqualTo(404);
    }

    @Test
    void whatIsDeclinedIsNotSeenAndMayBeOfferedAgain() {
        share(set("read"));
        var id = only(other).text("//CS:uid");
        assertThat(reply(id, "invite-declined").status()).isEqualTo(204);
        assertThat(other.dav().propfind(bound(), 0, "<D:displayname/>").status())
                .isEqualTo(404);
        assertThat(invite().has("//CS:invite/CS:user/CS:invite-declined")).isTrue();
        share(set("read"));
        assertThat(only(other).text("//CS:uid")).isNotEqualTo(id);
    }

    @Test
    void whatIsTakenBackIsGoneAndToldSo() {
        share(set("read"));
        reply(only(other).text("//CS:uid"), "invite-accepted");
        assertThat(share(set("read-write")).status()).isEqualTo(200);
        assertThat(told(other)).as("more rights need no answer").isZero();
        assertThat(other.dav()
                        .propfind(bound(), 0, "<D:current-user-privilege-set/>")
                        .has("//D:privilege/D:write-content"))
                .isTrue();
        assertThat(share(remove()).status()).isEqualTo(200);
        assertThat(other.dav().propfind(bound(), 0, "<D:displayname/>").status())
                .isEqualTo(404);
        var notice = only(other);
        assertThat(notice.has("//CS:invite-notification/CS:invite-deleted")).isTrue();
        var path = notifications(other) + notice.text("//CS:uid") + ".xml";
        assertThat(other.dav().delete(path).status()).isEqualTo(204);
        assertThat(other.dav().get(path).status()).isEqualTo(404);
        assertThat(share(remove()).status()).as("once more changes nothing").isEqualTo(200);
        assertThat(told(other)).isZero();
    }

    @Test
    void whatTheBrowserSharesNeedsNoAnswer() {
        chief.share(chief.calendar(), other.login(), "read");
        assertThat(invite().has("//CS:invite/CS:user/CS:invite-accepted")).isTrue();
        assertThat(told(other)).isZero();
        share(set("read"));
        assertThat(told(other)).isZero();
    }

    @Test
    void theBrowserAnswersToo() {
        share(set("read"));
        var waiting = items(other.api().get("/api/v1/calendars/invitations"));
        assertThat(waiting).singleElement().satisfies(one -> {
            assertThat(one.get("name").asText()).isEqualTo("The boss");
            assertThat(one.at("/owner/address").asText()).isEqualTo(chief.address());
            assertThat(one.get("level").asText()).isEqualTo("read");
        });
        var path = "/api/v1/calendars/invitations/" + waiting.get(0).get("id").asText();
        assertThat(other.api().put(path, "{\"answer\":\"perhaps\"}").status()).isEqualTo(400);
        assertThat(other.api().put(path, "{\"answer\":\"accepted\"}").status()).isEqualTo(204);
        assertThat(other.api().put(path, "{\"answer\":\"accepted\"}").status()).isEqualTo(404);
        assertThat(other.dav().propfind(bound(), 0, "<D:displayname/>").status())
                .isEqualTo(207);
        var share = "/api/v1/calendars/" + chief.calendar() + "/shares/" + other.login();
        assertThat(chief.api().get(share).body().get("answer").asText()).isEqualTo("accepted");
    }

    @Test
    void theCollectionIsFoundAndItsTagChanges() {
        var principal = "/dav/principals/users/" + other.login() + "/";
        assertThat(other.dav().propfind(principal, 0, "<CS:notification-URL/>").text("//CS:notification-URL/D:href"))
                .isEqualTo(notifications(other));
        var home = other.dav().propfind("/dav/calendars/" + other.login() + "/", 1, "<D:resourcetype/>");
        assertThat(home.has("//D:response[D:href='" + notifications(other) + "']//D:resourcetype/CS:notification"))
                .isTrue();
        var before =
                other.dav().propfind(notifications(other), 0, "<CS:getctag/>").text("//CS:getctag");
        share(set("read"));
        assertThat(other.dav()
                        .propfind(notifications(other), 0, "<CS:getctag/>")
                        .text("//CS:getctag"))
                .isNotEqualTo(before);
        assertThat(chief.dav().get(notifications(other)).status()).isEqualTo(404);
        var stranger = notifications(other) + only(other).text("//CS:uid") + ".xml";
        assertThat(chief.dav().get(stranger).status()).isEqualTo(404);
        assertThat(other.dav().put(notifications(other) + "a.xml", "x").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<CS:set><D:href>mailto:nobody@else.example</D:href><CS:read/></CS:set>",
                "<CS:set><D:href>mailto:OTHER</D:href></CS:set>",
                "<CS:set><CS:read/></CS:set>",
                "<CS:set><D:href>mailto:OTHER</D:href><CS:read/></CS:set><CS:remove><D:href>/nowhere/</D:href></CS:remove>",
                "<CS:set><D:href>mailto:CHIEF</D:href><CS:read/></CS:set>"
            })
    void aRequestWithAFaultChangesNothing(String instructions) {
        var answer = share(instructions.replace("OTHER", other.address()).replace("CHIEF", chief.address()));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 403);
        assertThat(told(other)).isZero();
        assertThat(invite().has("//CS:invite/CS:user")).isFalse();
    }

    @Test
    void onlyWhoManagesACalendarOffersIt() {
        chief.share(chief.calendar(), other.login(), "write");
        var refused = other.dav()
                .send(
                        "POST",
                        bound(),
                        "<CS:share" + NAMESPACES
                                + "><CS:set><D:href>mailto:anna@kalends.test</D:href><CS:read/></CS:set>"
                                + "</CS:share>",
                        "Content-Type",
                        "application/xml");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(reply(UUID.randomUUID().toString(), "invite-accepted").status())
                .isEqualTo(404);
        assertThat(reply("x", "invite-accepted").status()).isEqualTo(400);
        assertThat(reply(UUID.randomUUID().toString(), "invite-perhaps").status())
                .isEqualTo(400);
    }
}
