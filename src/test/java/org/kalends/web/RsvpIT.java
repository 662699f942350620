package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;
import org.kalends.support.WaitingTest;

/** The page behind a mail's link, as a browser without script asks for it. */
class RsvpIT {

    private static final Duration MAIL = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("http://[^ \"?]+/rsvp/[A-Za-z0-9_-]+");
    private static final LocalDate DAY = LocalDate.of(2028, 9, 4);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient nobody = ApiClient.anonymous(server);
    private final String guest = UUID.randomUUID() + "@example.org";

    private Answer planned(LocalDate day, String address) {
        var event = inviting(timed("Page", day, "10:00", "11:00"), address);
        var made = anna.post("/api/v1/events", event.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private String link(String address) {
        var list = "/demo/mail/messages?to=" + address;
        var invitation = await().atMost(MAIL) // others write to the demo's people too
                .until(
                        () -> Planning.items(nobody.get(list)).stream()
                                .filter(mail -> mail.get("subject").asText().contains("Page"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        var raw = nobody.get("/demo/mail/messages/" + invitation.get("id").asText());
        var link = LINK.matcher(raw.raw().body().replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private JsonNode line(Answer event) {
        return attendee(anna.get(path(event)).body(), guest);
    }

    @WaitingTest
    void whoIsInsideAnswersByTheLinkOfHisMailToo() {
        var eva = "eva@kalends.test";
        var event = planned(DAY, eva);
        assertThat(nobody.form(link(eva), "answer=accepted&comment=").status()).isEqualTo(200);
        await().atMost(MAIL).until(() -> attendee(anna.get(path(event)).body(), eva)
                .get("status")
                .asText()
                .equals("accepted"));
    }

    @WaitingTest
    void theChosenAnswerAndTheCommentAreFilledInAndNoRefererOrRobotLeaks() {
        var event = planned(DAY, guest);
        var link = link(guest);
        var page = nobody.get(link + "?answer=declined");
        assertThat(page.raw().body()).contains("value=\"declined\" checked").contains("Page");
        assertThat(page.raw().headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.raw().headers().firstValue("X-Robots-Tag"))
                .hasValueSatisfying(v -> assertThat(v).contains("noindex"));
        assertThat(nobody.form(link, "answer=tentative&comment=%D0%9F%D0%BE%D0%B7%D0%B6%D0%B5<b>")
                        .status())
                .isEqualTo(200);
        assertThat(nobody.get(link).raw().body())
                .contains("value=\"tentative\" checked")
                .contains("Позже&lt;b&gt;");
        assertThat(line(event).get("status").asText()).isEqualTo("tentative");
    }

    @WaitingTest
    void aGuestProposesAnotherTimeWithoutScriptAndOneThatEndsAfterMidnightEndsTheNextDay() {
        var event = planned(DAY.plusDays(1), guest);
        var link = link(guest);
        var sent = nobody.form(link, "propose=yes&day=2028-09-06&from=23:30&to=00:30&comment=");
        assertThat(sent.status()).as(sent.raw().body()).isEqualTo(200);
        assertThat(line(event).get("status").asText()).isEqualTo("tentative");
        var proposed = line(event).get("proposed");
        assertThat(proposed.get("start").get("instant").asText()).isEqualTo("2028-09-06T20:30:00Z");
        assertThat(proposed.get("end").get("instant").asText()).isEqualTo("2028-09-06T21:30:00Z");
        assertThat(nobody.form(link, "propose=yes&day=soon&from=1&to=2").status())
                .isEqualTo(400);
        assertThat(nobody.form(link, "comment=none").status()).isEqualTo(400);
    }

    @WaitingTest
    void itSaysThatTheEventWasMovedOrCancelled() {
        var event = planned(DAY.plusDays(2), guest);
        var link = link(guest);
        assertThat(nobody.get(link).raw().body()).doesNotContain("class=\"note\"");
        var moved = timed("x", DAY.plusDays(2), "15:00", "16:00").without("title");
        anna.patch(path(event), anna.get(path(event)).etag(), moved.toString());
        assertThat(nobody.get(link).raw().body()).contains("class=\"note\"").contains("15:00");
        anna.delete(path(event), anna.get(path(event)).etag());
        var gone = nobody.get(link);
        assertThat(gone.raw().body()).doesNotContain("<form");
        assertThat(gone.status()).isIn(200, 404);
    }

    @WaitingTest
    void whatIsOverIsShownWithoutAForm() {
        var event = planned(DAY.plusDays(3), guest);
        var link = link(guest);
        assertThat(nobody.get(link).raw().body()).contains("<form");
        var past = timed("x", LocalDate.of(2020, 1, 6), "10:00", "11:00").without("title");
        var etag = anna.get(path(event)).etag();
        assertThat(anna.patch(path(event), etag, past.toString()).status()).isEqualTo(200);
        assertThat(nobody.get(link).raw().body())
                .contains("2020")
                .contains("over")
                .doesNotContain("<form");
    }

    @WaitingTest
    void insidersReadItInTheirLanguageAndGuestsInThatOfTheirBrowser() {
        planned(DAY.plusDays(4), "dmitri@kalends.test");
        assertThat(nobody.get(link("dmitri@kalends.test")).raw().body()).contains("<html lang=\"ru\">");
        planned(DAY.plusDays(5), guest);
        assertThat(nobody.get(link(guest)).raw().body()).contains("<html lang=\"en\">");
    }

    @WaitingTest
    void aLinkThatIsUsedAgainAndAgainIsSlowedDownAndOthersAreNot() {
        planned(DAY.plusDays(6), guest);
        var link = link(guest);
        int last = 0;
        for (int i = 0; i < 25 && last != 429; i++) {
            last = nobody.form(link, "answer=accepted").status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(nobody.get(link).status()).isEqualTo(429);
        var other = UUID.randomUUID() + "@example.org";
        planned(DAY.plusDays(7), other);
        assertThat(nobody.get(link(other)).status()).isEqualTo(200);
    }
}
