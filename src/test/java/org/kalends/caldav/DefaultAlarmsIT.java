package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

/** Default alarms of a calendar, said by a program or in the browser: one truth. */
class DefaultAlarmsIT {

    private static final String TIMED = "C:default-alarm-vevent-datetime";
    private static final String ALL_DAY = "C:default-alarm-vevent-date";

    private static String alarm(String lines) {
        return "BEGIN:VALARM\nDESCRIPTION:Reminder\n" + lines + "\nEND:VALARM\n";
    }

    private static Answer set(DavClient client, String path, String property, String text) {
        return client.send(
                "PROPPATCH",
                path,
                "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><" + property + ">" + text + "</" + property
                        + "></D:prop></D:set></D:propertyupdate>");
    }

    private static String told(OwnCalendar own, String property) {
        return own.client().propfind(own.path(), 0, "<" + property + "/>").text("//" + property);
    }

    private static JsonNode inBrowser(ApiClient api, OwnCalendar own) {
        var name = own.path().split("/")[4];
        return Planning.items(api.get("/api/v1/calendars")).stream()
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAProgramSaysStandsInTheBrowserAndTheOtherWayRound() {
        var own = OwnCalendar.of("dmitri");
        var dmitri = ApiClient.loggedIn(KalendsServer.shared(), "dmitri");
        assertThat(told(own, TIMED)).isEmpty();
        var two = alarm("ACTION:AUDIO\nTRIGGER:-PT15M") + alarm("ACTION:EMAIL\nTRIGGER:-PT2H");
        assertThat(set(own.client(), own.path(), TIMED, two).text("//D:status")).contains("200");
        assertThat(set(own.client(), own.path(), ALL_DAY, alarm("ACTION:DISPLAY\nTRIGGER:PT9H"))
                        .text("//D:status"))
                .contains("200");
        var seen = inBrowser(dmitri, own);
        assertThat(seen.get("defaultReminders").findValuesAsText("before")).containsExactly("PT15M", "PT2H");
        assertThat(seen.get("defaultReminders").findValuesAsText("channel")).containsExactly("browser", "mail");
        assertThat(seen.get("defaultAllDayReminders").findValuesAsText("before"))
                .containsExactly("PT-9H");
        var changed = dmitri.withoutTag(
                "PATCH",
                "/api/v1/calendars/" + seen.get("id").asText(),
                "{\"defaultReminders\":[{\"before\":\"PT5M\",\"channel\":\"browser\"}]}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(told(own, TIMED)).contains("TRIGGER:-PT5M").doesNotContain("PT15M");
        assertThat(told(own, ALL_DAY)).contains("TRIGGER:PT9H");
        assertThat(set(own.client(), own.path(), TIMED, "").text("//D:status")).contains("200");
        assertThat(told(own, TIMED)).isEmpty();
        var none = alarm("ACTION:NONE\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z");
        assertThat(set(own.client(), own.path(), ALL_DAY, none).text("//D:status"))
                .contains("200");
        assertThat(told(own, ALL_DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER;VALUE=DATE-TIME:20300101T000000Z\nEND:VALARM",
                "BEGIN:VTODO\nUID:x\nEND:VTODO",
                "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M",
            })
    void whatIsNoAlarmIsRefusedAndNothingIsChanged(String text) {
        var own = OwnCalendar.of("dmitri");
        set(own.client(), own.path(), TIMED, alarm("ACTION:DISPLAY\nTRIGGER:-PT3M"));
        var refused = set(own.client(), own.path(), TIMED, text);
        assertThat(refused.has("//D:error/C:valid-calendar-data"))
                .as(refused.body())
                .isTrue();
        assertThat(told(own, TIMED)).contains("TRIGGER:-PT3M");
    }

    @Test
    void invitationsArriveWithTheRemindersOfTheirOwnerAndTheOrganizersStayHis() {
        var eva = Member.of("eva");
        var inbox = "/dav/calendars/eva/inbox/";
        var usual = eva.dav()
                .propfind(inbox, 0, "<C:schedule-default-calendar-URL/>")
                .text("//C:schedule-default-calendar-URL/D:href");
        var mine = OwnCalendar.of("eva");
        set(mine.client(), mine.path(), TIMED, alarm("ACTION:DISPLAY\nTRIGGER:-PT12M"));
        set(eva.dav(), inbox, "C:schedule-default-calendar-URL", "<D:href>" + mine.path() + "</D:href>");
        try {
            var uid = newUid();
            OwnCalendar.of("clara")
                    .put(
                            "m.ics",
                            event(
                                    uid,
                                    "DTSTART:20330310T100000Z\nDURATION:PT1H\nSUMMARY:Reminded\n"
                                            + "ORGANIZER:mailto:clara@kalends.test\nATTENDEE:mailto:clara@kalends.test\n"
                                            + "ATTENDEE:mailto:eva@kalends.test\n"
                                            + alarm("ACTION:DISPLAY\nTRIGGER:-PT33M")
                                                    .strip()));
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
                var copy = eva.dav()
                        .query(mine.path(), "<C:comp-filter name=\"VEVENT\"/>")
                        .text("//C:calendar-data");
                assertThat(copy).contains(uid).contains("TRIGGER:-PT12M").doesNotContain("PT33M");
            });
        } finally {
            set(eva.dav(), inbox, "C:schedule-default-calendar-URL", "<D:href>" + usual + "</D:href>");
            mine.client().delete(mine.path());
        }
    }
}
