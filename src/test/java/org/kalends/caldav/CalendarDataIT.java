package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.calendar;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters, parts of the data, and free/busy. */
class CalendarDataIT {

    private final OwnCalendar own = OwnCalendar.of("clara");
    private final String uid = newUid();

    @BeforeEach
    void aSeriesWithAnOverride() {
        var master =
                "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261124T120000Z\nDTSTART;TZID=Europe/Moscow:20270201T100000\n"
                        + "DURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\nSUMMARY:Daily\nCATEGORIES;LANGUAGE=en:WORK\n"
                        + "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\n";
        var override = "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261124T120000Z\n"
                + "RECURRENCE-ID;TZID=Europe/Moscow:20270203T100000\nDTSTART;TZID=Europe/Moscow:20270203T150000\n"
                + "DURATION:PT1H\nSUMMARY:Moved\nEND:VEVENT";
        assertThat(own.put("s.ics", calendar(master + override)).status()).isEqualTo(201);
        own.put("o.ics", at(newUid(), "20270301T100000Z", "Другое"));
    }

    private String data(String data, String start, String end) {
        return own.client()
                .report(
                        own.path(),
                        "<C:calendar-query" + NAMESPACES + "><D:prop><C:calendar-data>" + data
                                + "</C:calendar-data></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">"
                                + "<C:time-range start=\"" + start + "\" end=\"" + end
                                + "\"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>")
                .text("//C:calendar-data");
    }

    @Test
    void aSeriesIsExpandedToItsInstances() {
        var expanded = data(
                "<C:expand start=\"20270202T000000Z\" end=\"20270204T000000Z\"/>",
                "20270202T000000Z",
                "20270204T000000Z");
        assertThat(expanded.split("BEGIN:VEVENT")).hasSize(3);
        assertThat(expanded)
                .contains("RECURRENCE-ID:20270202T070000Z\r\nDTSTART:20270202T070000Z\r\nDTEND:20270202T080000Z")
                .contains("RECURRENCE-ID:20270203T070000Z\r\nDTSTART:20270203T120000Z")
                .contains("SUMMARY:Moved")
                .doesNotContain("RRULE")
                .doesNotContain("TZID");
    }

    @Test
    void onlyTheOverridesOfARangeAreTold() {
        assertThat(data(
                        "<C:limit-recurrence-set start=\"20270204T000000Z\" end=\"20270206T000000Z\"/>",
                        "20270201T000000Z",
                        "20270206T000000Z"))
                .contains("RRULE")
                .doesNotContain("Moved");
        assertThat(data(
                        "<C:limit-recurrence-set start=\"20270203T000000Z\" end=\"20270204T000000Z\"/>",
                        "20270201T000000Z",
                        "20270206T000000Z"))
                .contains("Moved");
    }

    @Test
    void partsOfTheDataAreTold() {
        var parts = data(
                "<C:comp name=\"VCALENDAR\"><C:prop name=\"VERSION\"/><C:comp name=\"VEVENT\"><C:prop name=\"UID\"/>"
                        + "<C:prop name=\"SUMMARY\" novalue=\"yes\"/></C:comp></C:comp>",
                "20270201T000000Z",
                "20270206T000000Z");
        assertThat(parts)
                .contains("UID:" + uid)
                .contains("SUMMARY:\r\n")
                .doesNotContain("DTSTART")
                .doesNotContain("VALARM");
    }

    @Test
    void aLimitOfFreeBusyLeavesEventsAsTheyAre() {
        var range = "start=\"20270204T000000Z\" end=\"20270206T000000Z\"";
        assertThat(data("<C:limit-freebusy-set " + range + "/>", "20270201T000000Z", "20270206T000000Z"))
                .isEqualTo(data("", "20270201T000000Z", "20270206T000000Z"));
        var refused = own.client()
                .report(
                        own.path(),
                        "<C:calendar-query" + NAMESPACES + "><D:prop><C:calendar-data><C:limit-freebusy-set/>"
                                + "</C:calendar-data></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"/></C:filter>"
                                + "</C:calendar-query>");
        assertThat(refused.precondition()).isEqualTo("C:valid-filter");
    }

    private Iterable<String> found(String inEvent) {
        return own.client()
                .query(own.path(), "<C:comp-filter name=\"VEVENT\">" + inEvent + "</C:comp-filter>")
                .texts("//D:response/D:href");
    }

    private static String property(String name, String content) {
        return "<C:prop-filter name=\"" + name + "\">" + content + "</C:prop-filter>";
    }

    @Test
    void filtersLookAtPropertiesAndParameters() {
        var series = own.path() + "s.ics";
        var other = own.path() + "o.ics";
        assertThat(found(property("SUMMARY", "<C:text-match>dAIL</C:text-match>")))
                .containsExactly(series);
        assertThat(found(property("SUMMARY", "<C:text-match collation=\"i;octet\">dAIL</C:text-match>")))
                .isEmpty();
        assertThat(found(property("SUMMARY", "<C:text-match collation=\"i;unicode-casemap\">ДРУГ</C:text-match>")))
                .containsExactly(other);
        assertThat(found(property("SUMMARY", "<C:text-match negate-condition=\"yes\">Друг</C:text-match>")))
                .containsExactly(series);
        assertThat(found(property("CATEGORIES", "<C:is-not-defined/>"))).contains(other);
        assertThat(found(property(
                        "CATEGORIES",
                        "<C:param-filter name=\"LANGUAGE\"><C:text-match>en</C:text-match></C:param-filter>")))
                .containsExactly(series);
        assertThat(found(property("DTSTART", "<C:time-range start=\"20270301T000000Z\" end=\"20270302T000000Z\"/>")))
                .containsExactly(other);
        assertThat(found("<C:comp-filter name=\"VALARM\"><C:is-not-defined/></C:comp-filter>"))
                .contains(other);
        assertThat(
                        found(
                                "<C:comp-filter name=\"VALARM\"><C:time-range start=\"20270202T064400Z\" end=\"20270202T064600Z\"/></C:comp-filter>"))
                .containsExactly(series);
    }

    @Test
    void filtersThatAreNoneAreRefusedByName() {
        var client = own.client();
        assertThat(client.query(
                                own.path(),
                                "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"SUMMARY\">"
                                        + "<C:text-match collation=\"i;klingon\">x</C:text-match></C:prop-filter></C:comp-filter>")
                        .precondition())
                .isEqualTo("C:supported-collation");
        assertThat(client.query(
                                own.path(),
                                "<C:comp-filter name=\"VEVENT\"><C:time-range start=\"20270101\"/></C:comp-filter>")
                        .precondition())
                .isEqualTo("C:valid-filter");
        assertThat(client.query(own.path(), "<C:comp-filter name=\"VEVENT\"><C:nonsense/></C:comp-filter>")
                        .precondition())
                .isEqualTo("C:supported-filter");
        assertThat(client.query(
                                own.path(),
                                "<C:comp-filter name=\"VEVENT\"><C:time-range start=\"18000101T000000Z\"/></C:comp-filter>")
                        .precondition())
                .isEqualTo("C:min-date-time");
        var query = "<C:calendar-query" + NAMESPACES + "><D:prop><C:calendar-data content-type=\"text/x\"/></D:prop>%s"
                + "<C:filter><C:comp-filter name=\"VCALENDAR\"/></C:filter></C:calendar-query>";
        assertThat(client.report(own.path(), query.formatted("")).precondition())
                .isEqualTo("C:supported-calendar-data");
        assertThat(client.report(own.path(), query.formatted("<C:timezone>nothing</C:timezone>"))
                        .precondition())
                .isEqualTo("C:valid-calendar-data");
        assertThat(client.report(own.path(), query.formatted("<C:timezone-id>Mars/X</C:timezone-id>"))
                        .precondition())
                .isEqualTo("C:valid-timezone");
    }

    @Test
    void freeBusyTellsTimesAndNothingElse() {
        own.put("t.ics", event(newUid(), "DTSTART:20270202T090000Z\nDURATION:PT1H\nSTATUS:TENTATIVE\nSUMMARY:Secret"));
        own.put("f.ics", event(newUid(), "DTSTART:20270202T110000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT"));
        var answer = own.client()
                .report(
                        own.path(),
                        "<C:free-busy-query" + NAMESPACES
                                + "><C:time-range start=\"20270202T000000Z\" end=\"20270203T000000Z\"/></C:free-busy-query>");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(answer.body())
                .contains("FREEBUSY;FBTYPE=BUSY:20270202T070000Z/20270202T080000Z")
                .contains("FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270202T090000Z/20270202T100000Z")
                .doesNotContain("T110000Z")
                .doesNotContain("Secret");
    }
}
