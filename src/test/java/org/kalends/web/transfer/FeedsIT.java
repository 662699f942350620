package org.kalends.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.items;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class FeedsIT {

    private static final String CALENDARS = "/api/v1/calendars/";
    private static final KalendsServer SERVER = KalendsServer.shared();

    private final ApiClient clara = ApiClient.loggedIn(SERVER, "clara");
    private final ApiClient nobody = ApiClient.anonymous(SERVER);
    private String id = "";

    @BeforeEach
    void aCalendarOfItsOwn() {
        id = clara.post("/api/v1/calendars", "{\"name\":\"Told\"}")
                .body()
                .get("id")
                .asText();
        var file = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Other//EN\n"
                        + event(
                                "open",
                                "SUMMARY:Review\nLOCATION:Hall\nATTENDEE:mailto:x@y.example\n"
                                        + "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:d\nEND:VALARM")
                        + event("secret", "SUMMARY:Doctor\nCLASS:PRIVATE")
                        + event("free", "SUMMARY:Holiday\nTRANSP:TRANSPARENT")
                        + "BEGIN:VTODO\nUID:todo-" + id + "\nDTSTAMP:20261124T120000Z\nSUMMARY:Dig\nEND:VTODO\n"
                        + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
        assertThat(clara.postAs("text/calendar", CALENDARS + id + "/import", file)
                        .body()
                        .get("imported")
                        .asInt())
                .isEqualTo(4);
    }

    private String event(String name, String lines) {
        return "BEGIN:VEVENT\nUID:" + name + "-" + id + "\nDTSTAMP:20261124T120000Z\n"
                + "DTSTART;TZID=Europe/Moscow:20270301T100000\nDURATION:PT1H\n" + lines + "\nEND:VEVENT\n";
    }

    private Answer made(String level) {
        var made = clara.post(CALENDARS + id + "/feeds", "{\"level\":\"" + level + "\"}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    /** The path of the address, as the shared server is reached under another one than it tells. */
    private static String path(Answer made) {
        return URI.create(made.body().get("url").asText()).getPath();
    }

    @Test
    void showsEventsWithoutAlarmsAndOfPrivateOnesOnlyTheTime() {
        var feed = nobody.get(path(made("full")));
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        assertThat(feed.header("Cache-Control")).contains("private");
        assertThat(feed.header("Set-Cookie")).isEmpty();
        assertThat(feed.raw().body())
                .contains("NAME:Told", "SUMMARY:Review", "LOCATION:Hall", "SUMMARY:Holiday", "SUMMARY:Dig")
                .contains("UID:secret-" + id, "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "BEGIN:VTIMEZONE")
                .doesNotContain("Doctor", "VALARM");
    }

    @Test
    void showsOnlyBusyTimesWhereNoMoreIsGiven() {
        var feed = nobody.get(path(made("busy"))).raw().body();
        assertThat(feed)
                .contains("UID:open-" + id, "UID:secret-" + id, "DTSTART;TZID=Europe/Moscow:20270301T100000")
                .doesNotContain("Review", "Hall", "Doctor", "Holiday", "Dig", "ATTENDEE", "VTODO", "VALARM");
        assertThat(feed.split("BEGIN:VEVENT", -1)).hasSize(3);
    }

    @Test
    void tellsWhoHasItAlreadyThatNothingChanged() {
        var at = path(made("full"));
        var first = nobody.get(at);
        assertThat(nobody.getUnless(at, first.etag()).status()).isEqualTo(304);
        clara.postAs(
                "text/calendar",
                CALENDARS + id + "/import",
                "BEGIN:VCALENDAR\r\n" + event("more", "SUMMARY:More").replace("\n", "\r\n") + "END:VCALENDAR\r\n");
        assertThat(nobody.getUnless(at, first.etag()).status()).isEqualTo(200);
    }

    @Test
    void isToldOnceMadeAnewAndTakenBack() {
        var made = made("full");
        var feed = CALENDARS + id + "/feeds/" + made.body().get("id").asText();
        var listed = items(clara.get(CALENDARS + id + "/feeds"));
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("url").isNull()).isTrue();
        assertThat(listed.get(0).get("level").asText()).isEqualTo("full");

        var rotated = clara.post(feed + "/rotate", "");
        assertThat(rotated.status()).as(rotated.raw().body()).isEqualTo(200);
        assertThat(nobody.get(path(made)).status()).isEqualTo(404);
        assertThat(nobody.get(path(rotated)).status()).isEqualTo(200);

        assertThat(clara.delete(feed, "").status()).isEqualTo(204);
        assertThat(nobody.get(path(rotated)).status()).isEqualTo(404);
        assertThat(clara.delete(feed, "").status()).isEqualTo(404);
    }

    @Test
    void isNotStoredAsItIs() {
        var token = path(made("full")).replaceAll(".*/|\\.ics", "");
        int known = SERVER.database().withHandle(handle -> handle.createQuery(
                        "select count(*) from feed where encode(token_hash, 'escape') like ? or encode(token_hash, 'base64') like ?")
                .bind(0, "%" + token + "%")
                .bind(1, "%" + token + "%")
                .mapTo(Integer.class)
                .one());
        assertThat(token).hasSize(43);
        assertThat(known).isZero();
    }

    @Test
    void leadsNowhereOnceTheCalendarIsGone() {
        var at = path(made("full"));
        assertThat(clara.delete(CALENDARS + id, "").status()).isEqualTo(204);
        assertThat(nobody.get(at).status()).isEqualTo(404);
    }

    @Test
    void isForTheOwnerToGiveAndWantsALevelThatThereIs() {
        var boris = ApiClient.loggedIn(SERVER, "boris");
        assertThat(boris.get(CALENDARS + id + "/feeds").status()).isEqualTo(404);
        assertThat(boris.post(CALENDARS + id + "/feeds", "{}").status()).isEqualTo(404);
        assertThat(nobody.get(CALENDARS + id + "/feeds").status()).isEqualTo(401);
        var refused = clara.post(CALENDARS + id + "/feeds", "{\"level\":\"write\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("level");
    }

    @Test
    void whoAsksAgainAndAgainForTheWholeIsSlowedDown() {
        var at = path(made("busy"));
        var etag = "";
        for (int i = 0; i < 20; i++) etag = nobody.get(at).etag();
        assertThat(etag).isNotEmpty();
        var slowed = nobody.get(at);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isNotEmpty();
        assertThat(nobody.get("/feeds/" + UUID.randomUUID() + ".ics").status()).isIn(404, 429);
    }
}
