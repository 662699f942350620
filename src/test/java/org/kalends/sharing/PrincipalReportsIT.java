package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.DavClient.NAMESPACES;

import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** Who may do something with a calendar, and who can be invited, as calendar programs ask it. */
class PrincipalReportsIT {

    private final DavClient anna = DavClient.demo(KalendsServer.shared(), "anna");

    private static Answer listed(Person who, String calendar, String depth) {
        return who.dav()
                .report(
                        calendar,
                        "<D:acl-principal-prop-set" + NAMESPACES + "><D:prop><D:displayname/></D:prop>"
                                + "</D:acl-principal-prop-set>",
                        "Depth",
                        depth);
    }

    @Test
    void whoStandsInTheListOfACalendarIsTold() {
        var owner = Person.named("owner");
        var reader = Person.named("reader");
        var calendar = owner.calendar();
        owner.share(calendar, reader.login(), "read");
        var path = "/dav/calendars/" + owner.login() + "/default/";
        var told = listed(owner, path, "0");
        assertThat(told.status()).isEqualTo(207);
        assertThat(told.texts("//D:response/D:href"))
                .containsExactly(
                        "/dav/principals/users/" + owner.login() + "/",
                        "/dav/principals/users/" + reader.login() + "/");
        assertThat(told.texts("//D:displayname")).containsExactly(owner.login(), reader.login());
        assertThat(listed(owner, path, "1").status()).isEqualTo(400);
        var bound = "/dav/calendars/" + reader.login() + "/shared-" + calendar + "/";
        assertThat(listed(reader, bound, "0").precondition()).isEqualTo("D:need-privileges");
    }

    private Answer searched(String context, String... tokens) {
        var body =
                new StringBuilder("<CS:calendarserver-principal-search context=\"" + context + "\"" + NAMESPACES + ">");
        for (var token : tokens) body.append("<CS:search-token>").append(token).append("</CS:search-token>");
        return anna.report(
                "/dav/principals/",
                body.append("<D:prop><D:displayname/><C:calendar-user-address-set/></D:prop>")
                        .append(
                                "<CS:limit><CS:nresults>1</CS:nresults></CS:limit></CS:calendarserver-principal-search>")
                        .toString(),
                "Depth",
                "0");
    }

    @Test
    void peopleAreFoundByWordsWithinAContext() {
        var eva = searched("user", "eva");
        assertThat(eva.status()).isEqualTo(207);
        assertThat(eva.texts("//D:response/D:href")).contains("/dav/principals/users/eva/");
        assertThat(eva.texts("//C:calendar-user-address-set/D:href")).contains("mailto:eva@kalends.test");
        assertThat(searched("location", "eva").texts("//D:response/D:href"))
                .doesNotContain("/dav/principals/users/eva/");
        assertThat(searched("attendee", "eva").has("//D:response")).isTrue();
    }

    @Test
    void moreThanTheLimitIsToldAsSuch() {
        Person.named("manyfold");
        Person.named("manyfold");
        var found = searched("user", "manyfold");
        assertThat(found.texts("//D:response[D:propstat]")).hasSize(1);
        assertThat(found.has("//D:response[contains(D:status,'507')]/D:error/D:number-of-matches-within-limits"))
                .isTrue();
    }

    @Test
    void whatIsNoSearchIsABadRequest() {
        assertThat(searched("user").status()).isEqualTo(400);
        assertThat(searched("planet", "eva").status()).isEqualTo(400);
    }
}
