package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.DavClient.Answer;

/** jCal (RFC 7265) and xCal (RFC 6321) beside iCalendar's own form. */
class CalendarFormsIT {

    private static final String JCAL = "application/calendar+json";
    private static final String XCAL = "application/calendar+xml";

    private final OwnCalendar own = OwnCalendar.of("boris");
    private final String uid = newUid();
    private final String text = at(uid, "20270301T100000Z", "Büro <1>");

    @BeforeEach
    void anObject() {
        own.put("a.ics", text);
    }

    private Answer got(String accepted) {
        return own.client().get(own.path() + "a.ics", "Accept", accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "application/calendar+json,application/calendar+json",
        "application/calendar+xml,application/calendar+xml",
        "text/calendar,text/calendar",
        "*/*,text/calendar",
        "image/png,text/calendar",
        "'text/calendar;q=0.5, application/calendar+json',application/calendar+json",
        "'application/calendar+xml;q=0.1, text/calendar',text/calendar",
        "'application/calendar+json, */*;q=0.1',application/calendar+json",
        "'application/calendar+json;q=0, text/calendar;q=0.2',text/calendar"
    })
    void theClientChoosesTheForm(String accepted, String type) {
        var answer = got(accepted);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type + "; charset=utf-8; component=VEVENT");
        assertThat(answer.raw().headers().allValues("Vary")).contains("Accept");
    }

    @Test
    void eachFormSaysTheSame() {
        assertThat(got(JCAL).body())
                .startsWith("[\"vcalendar\",")
                .contains("[\"dtstart\",{},\"date-time\",\"2027-03-01T10:00:00Z\"]")
                .contains("\"Büro <1>\"");
        var xml = got(XCAL);
        assertThat(xml.text("//*[local-name()='uid']")).isEqualTo(uid);
        assertThat(xml.text("//*[local-name()='summary']")).isEqualTo("Büro <1>");
        assertThat(got("text/calendar").body()).isEqualTo(text);
    }

    private Answer multiget(String type) {
        return own.client()
                .report(
                        own.path(),
                        "<C:calendar-multiget" + NAMESPACES + "><D:prop><C:calendar-data content-type=\"" + type
                                + "\" version=\"2.0\"/></D:prop><D:href>" + own.path()
                                + "a.ics</D:href></C:calendar-multiget>");
    }

    @Test
    void reportsTellTheFormThatIsAskedFor() {
        assertThat(multiget(JCAL).text("//C:calendar-data")).isEqualTo(got(JCAL).body());
        assertThat(multiget(XCAL).text("//C:calendar-data").strip())
                .isEqualTo(got(XCAL).body().strip());
        assertThat(multiget("application/json").precondition()).isEqualTo("C:supported-calendar-data");
        assertThat(own.client()
                        .propfind(own.path(), 0, "<C:supported-calendar-data/>")
                        .texts("//C:calendar-data/@content-type"))
                .containsExactly("text/calendar", JCAL, XCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {JCAL, XCAL})
    void whatWasToldCanBeStored(String type) {
        var told = got(type);
        var sent = told.body().replace("Büro", "Küche");
        var put = own.put("a.ics", sent, "Content-Type", type, "If-Match", told.etag());
        assertThat(put.status()).as(put.body()).isEqualTo(204);
        assertThat(put.etag()).as("a GET gives other octets").isEmpty();
        assertThat(own.get("a.ics").body()).contains("SUMMARY:Küche <1>").contains("UID:" + uid);
        assertThat(got(type).body()).isEqualTo(sent);
        var posted = own.client().send("POST", own.path(), sent.replace(uid, newUid()), "Content-Type", type);
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        assertThat(posted.etag()).isEmpty();
        assertThat(own.client().get(posted.header("Location")).body()).contains("SUMMARY:Küche");
    }

    @ParameterizedTest
    @CsvSource({
        "application/calendar+json,nonsense",
        "application/calendar+json,[]",
        "application/calendar+xml,nonsense",
        "application/calendar+xml,<a/>",
        "application/calendar+json,'[\"vcalendar\",[],[]]'"
    })
    void whatIsNoneIsRefusedByName(String type, String body) {
        var put = own.put("b.ics", body, "Content-Type", type);
        assertThat(put.status()).isEqualTo(403);
        assertThat(put.precondition()).isIn("C:valid-calendar-data", "C:valid-calendar-object-resource");
        assertThat(own.get("b.ics").status()).isEqualTo(404);
    }
}
