package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.calendar;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 7809: zones by their names, both ways. */
class ZonesByReferenceIT {

    private static final String MOSCOW =
            "BEGIN:VTIMEZONE\nTZID:Europe/Moscow\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\n"
                    + "TZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE\n";
    private static final String OWN_ZONE = MOSCOW.replace("TZID:Europe/Moscow", "TZID:Zone of mine");

    private final OwnCalendar own = OwnCalendar.of("dmitri");
    private final String defined = calendar(MOSCOW + OWN_ZONE + "BEGIN:VEVENT\nUID:" + newUid()
            + "\nDTSTAMP:20261124T120000Z\nDTSTART;TZID=Europe/Moscow:20270301T100000\n"
            + "DTEND;TZID=Zone of mine:20270301T110000\nSUMMARY:Defined\nEND:VEVENT");
    private final String named = event(newUid(), "DTSTART;TZID=Europe/Berlin:20270301T100000\nSUMMARY:Named");

    @BeforeEach
    void both() {
        assertThat(own.put("defined.ics", defined).status()).isEqualTo(201);
        assertThat(own.put("named.ics", named).status()).isEqualTo(201);
    }

    private String got(String name, String wanted) {
        var answer = own.client().get(own.path() + name, "CalDAV-Timezones", wanted);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().allValues("Vary")).contains("CalDAV-Timezones");
        return answer.body();
    }

    private String reported(String name, String wanted) {
        return own.client()
                .report(
                        own.path(),
                        "<C:calendar-multiget" + NAMESPACES + "><D:prop><C:calendar-data/></D:prop><D:href>"
                                + own.path() + name + "</D:href></C:calendar-multiget>",
                        "CalDAV-Timezones",
                        wanted)
                .text("//C:calendar-data");
    }

    @Test
    void whoSaysNothingGetsWhatWasStored() {
        assertThat(own.get("defined.ics").body()).isEqualTo(defined);
        assertThat(own.get("named.ics").body()).isEqualTo(named);
    }

    @Test
    void whoKnowsTheZonesGetsTheirNamesOnly() {
        assertThat(got("defined.ics", "F"))
                .doesNotContain("TZID:Europe/Moscow")
                .contains("TZID:Zone of mine\r\n")
                .contains("DTSTART;TZID=Europe/Moscow:20270301T100000");
        assertThat(reported("defined.ics", "F")).doesNotContain("TZID:Europe/Moscow");
    }

    @Test
    void whoWantsThemDefinedGetsThatToo() {
        assertThat(got("named.ics", "T"))
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin")
                .contains("DTSTART;TZID=Europe/Berlin:20270301T100000");
        assertThat(reported("named.ics", "T")).contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin");
        assertThat(got("defined.ics", "T")).isEqualTo(defined);
    }

    @Test
    void theEntityTagIsTheSame() {
        var there = own.get("defined.ics").etag();
        assertThat(own.client()
                        .get(own.path() + "defined.ics", "CalDAV-Timezones", "F")
                        .etag())
                .isEqualTo(there);
    }

    @Test
    void anotherWordIsABadRequest() {
        assertThat(own.client()
                        .get(own.path() + "named.ics", "CalDAV-Timezones", "maybe")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCalendarIsMadeAndChangedByTheNameOfAZone() {
        var path = own.path().replaceFirst("/$", "-zone/");
        var made = own.client()
                .send(
                        "MKCALENDAR",
                        path,
                        "<C:mkcalendar" + NAMESPACES + "><D:set><D:prop><C:calendar-timezone-id>Asia/Tokyo"
                                + "</C:calendar-timezone-id></D:prop></D:set></C:mkcalendar>");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var found = own.client().propfind(path, 0, "<C:calendar-timezone-id/><C:calendar-timezone/>");
        assertThat(found.text("//C:calendar-timezone-id")).isEqualTo("Asia/Tokyo");
        assertThat(found.text("//C:calendar-timezone")).contains("TZID:Asia/Tokyo");
        var refused = own.client()
                .send(
                        "PROPPATCH",
                        path,
                        "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><C:calendar-timezone-id>Mars/Base"
                                + "</C:calendar-timezone-id></D:prop></D:set></D:propertyupdate>");
        assertThat(refused.has("//C:valid-timezone")).as(refused.body()).isTrue();
        assertThat(own.client().propfind(path, 0, "<C:calendar-timezone-id/>").text("//C:calendar-timezone-id"))
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void noServiceOfZonesIsNamed() {
        var home = own.client().propfind("/dav/calendars/dmitri/", 0, "<C:timezone-service-set/>");
        assertThat(home.has("//D:propstat[contains(D:status,'200')]/D:prop/C:timezone-service-set"))
                .isTrue();
        assertThat(home.has("//C:timezone-service-set/D:href")).isFalse();
    }

    @Test
    void aWholeCalendarIsToldLikeThatToo() {
        assertThat(got("", "F"))
                .doesNotContain("TZID:Europe/Moscow", "TZID:Europe/Berlin")
                .contains("TZID:Zone of mine", "DTSTART;TZID=Europe/Moscow", "DTSTART;TZID=Europe/Berlin")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(got("", "T")).contains("TZID:Europe/Moscow", "TZID:Europe/Berlin", "TZID:Zone of mine");
        assertThat(own.client().get(own.path(), "CalDAV-Timezones", "F").etag())
                .isNotEqualTo(own.client().get(own.path()).etag());
    }
}
