package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

/** When somebody can be met at all, said by his calendar program, counts for whoever asks (RFC 7953). */
class AvailabilityIT {

    private static final String HOME = "/dav/calendars/neva/";
    private static final String MONDAY = "from=2031-06-02T00:00:00Z&to=2031-06-03T00:00:00Z";

    private final DavClient dmitri = DavClient.demo(KalendsServer.shared(), "dmitri");
    private final String inbox = "/dav/calendars/dmitri/inbox/";

    private static String availability(String lines, String available) {
        return Texts.component(
                "VAVAILABILITY",
                newUid(),
                lines + "BEGIN:AVAILABLE\nUID:" + newUid() + "\nDTSTAMP:20261124T120000Z\n" + available
                        + "\nEND:AVAILABLE");
    }

    private static String mornings(String lines) {
        return availability(
                "DTSTART:20310101T000000Z\n" + lines,
                "DTSTART:20310602T060000Z\nDTEND:20310602T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO");
    }

    private DavClient.Answer set(String path, String property, String value) {
        return dmitri.send(
                "PROPPATCH",
                path,
                "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><" + property + ">" + value + "</" + property
                        + "></D:prop></D:set></D:propertyupdate>");
    }

    private DavClient.Answer saying(String text) {
        return set(inbox, "C:calendar-availability", text.replace("\r", "&#13;"));
    }

    @AfterEach
    void nothingIsSaidAnyMore() {
        var removed = dmitri.send(
                "PROPPATCH",
                inbox,
                "<D:propertyupdate" + NAMESPACES + "><D:remove><D:prop><C:calendar-availability/></D:prop></D:remove>"
                        + "</D:propertyupdate>");
        assertThat(removed.text("//D:status")).contains("200");
        assertThat(saidNow()).isEmpty();
    }

    /** What the inbox tells, empty where it has nothing to tell. */
    private String saidNow() {
        return dmitri.propfind(inbox, 0, "<C:calendar-availability/>").text("//C:calendar-availability");
    }

    private String asked() {
        var question = Texts.calendar("METHOD:REQUEST\nBEGIN:VFREEBUSY\nUID:fb\nDTSTAMP:20261124T120000Z\n"
                + "DTSTART:20310602T000000Z\nDTEND:20310603T000000Z\nORGANIZER:mailto:eva@kalends.test\n"
                + "ATTENDEE:mailto:dmitri@kalends.test\nEND:VFREEBUSY");
        return DavClient.demo(KalendsServer.shared(), "eva")
                .send("POST", "/dav/calendars/eva/outbox/", question, "Content-Type", "text/calendar")
                .text("//C:calendar-data");
    }

    @Test
    void whatIsSaidOnTheInboxStandsOnTheHomeTooAndCountsForAll() {
        var text = mornings("");
        assertThat(saying(text).text("//D:status")).contains("200");
        for (var path : new String[] {inbox, "/dav/calendars/dmitri/"}) {
            assertThat(dmitri.propfind(path, 0, "<C:calendar-availability/>").text("//C:calendar-availability"))
                    .as(path)
                    .isEqualToIgnoringNewLines(text);
        }
        assertThat(asked())
                .contains("FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20310602T000000Z/20310602T060000Z")
                .contains("FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20310602T090000Z/20310603T000000Z");
        var eva = ApiClient.loggedIn(KalendsServer.shared(), "eva");
        var seen = eva.get("/api/v1/freebusy?who=dmitri@kalends.test&" + MONDAY).body();
        assertThat(seen.at("/items/0/busy").findValuesAsText("type")).containsExactly("out-of-office", "out-of-office");
        assertThat(seen.at("/items/0/workingHours/0/start").asText()).isEqualTo("2031-06-02T06:00:00Z");
        assertThat(seen.at("/items/0/workingHours/0/end").asText()).isEqualTo("2031-06-02T09:00:00Z");
        var wish =
                """
                {"required":["dmitri@kalends.test"],"duration":"PT1H","from":"2031-06-02T00:00:00Z",
                 "to":"2031-06-03T00:00:00Z","workingHours":true}""";
        assertThat(eva.post("/api/v1/freebusy/suggestions", wish)
                        .body()
                        .at("/items/0/start")
                        .asText())
                .isEqualTo("2031-06-02T06:00:00Z");
    }

    @Test
    void anObjectInACalendarCountsThereAndOverWhatTheInboxSays() {
        saying(mornings("PRIORITY:5\n"));
        var calendar = OwnCalendar.of("dmitri");
        var away = Texts.component(
                "VAVAILABILITY",
                newUid(),
                "PRIORITY:1\nBUSYTYPE:BUSY\nDTSTART:20310602T070000Z\nDTEND:20310602T080000Z\nSUMMARY:Dentist");
        assertThat(calendar.put("away.ics", away).status()).isEqualTo(201);
        assertThat(calendar.get("away.ics").body()).isEqualTo(away);
        assertThat(asked()).contains("FREEBUSY;FBTYPE=BUSY:20310602T070000Z/20310602T080000Z");
        var report = dmitri.report(
                calendar.path(),
                "<C:free-busy-query" + NAMESPACES
                        + "><C:time-range start=\"20310602T000000Z\" end=\"20310603T000000Z\"/></C:free-busy-query>",
                "Depth",
                "1");
        assertThat(report.body())
                .contains("FREEBUSY;FBTYPE=BUSY:20310602T070000Z/20310602T080000Z")
                .doesNotContain("UNAVAILABLE");
        var found = dmitri.query(
                calendar.path(),
                "<C:comp-filter name=\"VAVAILABILITY\"><C:time-range start=\"20310602T000000Z\""
                        + " end=\"20310603T000000Z\"/></C:comp-filter>");
        assertThat(found.texts("//D:response/D:href")).containsExactly(calendar.path() + "away.ics");
        assertThat(dmitri.delete(calendar.path()).status()).isEqualTo(204);
        assertThat(asked()).doesNotContain("FBTYPE=BUSY:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | valid-calendar-data",
                "VEVENT | supported-calendar-component",
                "DTSTART:20310101T000000Z;DTEND:20300101T000000Z;DURATION:PT1H | valid-calendar-data",
                "PRIORITY:ten | valid-calendar-data",
                "DTSTART;VALUE=DATE:20310101 | valid-calendar-data",
                "RRULE | max-instances",
            })
    void whatCannotBeTakenIsRefusedByItsNameAndNothingIsKept(String lines, String precondition) {
        var text =
                switch (lines) {
                    case "hello" -> lines;
                    case "VEVENT" -> Texts.at(newUid(), "20310101T100000Z", "Event");
                    case "RRULE" -> availability("", "DTSTART:20310101T000000Z\nDURATION:PT1M\nRRULE:FREQ=SECONDLY");
                    default -> mornings("")
                            .replace("DTSTART:20310101T000000Z\r\n", "")
                            .replace(
                                    "BEGIN:AVAILABLE",
                                    lines.replace(";D", "\r\nD").replace("\r\nDTSTART;V", "DTSTART;V")
                                            + "\r\nBEGIN:AVAILABLE");
                };
        var refused = saying(text);
        assertThat(refused.status()).isEqualTo(207);
        assertThat(refused.text("//D:status")).contains("403");
        assertThat(refused.has("//D:error/C:" + precondition))
                .as(refused.body())
                .isTrue();
        assertThat(saidNow()).isEmpty();
    }

    @Test
    void invitationsGoToTheCalendarThatTheInboxNames() {
        var other = OwnCalendar.of("dmitri");
        var named = "C:schedule-default-calendar-URL";
        var first = dmitri.propfind(inbox, 0, "<" + named + "/>").text("//" + named + "/D:href");
        assertThat(set(inbox, named, "<D:href>" + other.path() + "</D:href>").text("//D:status"))
                .contains("200");
        assertThat(dmitri.propfind(inbox, 0, "<" + named + "/>").text("//" + named + "/D:href"))
                .isEqualTo(other.path());
        assertThat(set(inbox, named, "<D:href>" + first + "</D:href>").text("//D:status"))
                .contains("200");
        for (var wrong : new String[] {HOME + "default/", inbox, "/dav/calendars/dmitri/none/", "nonsense"}) {
            var refused = set(inbox, named, "<D:href>" + wrong + "</D:href>");
            assertThat(refused.has("//D:error/C:valid-schedule-default-calendar-URL"))
                    .as(wrong + refused.body())
                    .isTrue();
        }
        assertThat(dmitri.delete(other.path()).status()).isEqualTo(204);
    }
}
