package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.calendar;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.repeating;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

/** What users of other servers complained of about zones and endless rules, tried by CalDAV. */
class ZonesAndBoundsIT {

    private static final LocalDate DAY = LocalDate.of(2028, 7, 3);

    private final OwnCalendar own = OwnCalendar.of("dmitri");
    private final ApiClient api = ApiClient.loggedIn(KalendsServer.shared(), "dmitri");
    private final String title = "Zones " + UUID.randomUUID();

    private String starts() {
        var found = items(api.get("/api/v1/events?q=" + title.substring(6) + "&" + range(DAY, DAY.plusDays(1))));
        assertThat(found).hasSize(1);
        return found.get(0).get("start").get("instant").asText();
    }

    @Test
    @DisplayName("R17: a Windows zone name is mapped and what was sent is kept")
    void windowsNames() {
        var text =
                event(newUid(), "DTSTART;TZID=Russian Standard Time:20280703T100000\nDURATION:PT1H\nSUMMARY:" + title);
        var put = own.put("windows.ics", text);
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        assertThat(starts()).isEqualTo("2028-07-03T07:00:00Z");
        assertThat(own.get("windows.ics").body()).isEqualTo(text);
    }

    @Test
    @DisplayName("R17: a zone of the sender's own making uses the rules that it brings")
    void customizedZone() {
        var zone = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000"
                + "\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\n";
        var text = calendar(zone + "BEGIN:VEVENT\nUID:" + newUid()
                + "\nDTSTAMP:20261124T120000Z\nDTSTART;TZID=Customized Time Zone:20280703T100000\nDURATION:PT1H\nSUMMARY:"
                + title + "\nEND:VEVENT");
        var put = own.put("customized.ics", text);
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        assertThat(starts()).isEqualTo("2028-07-03T04:30:00Z");
        assertThat(own.get("customized.ics").body()).isEqualTo(text);
    }

    @Test
    @DisplayName("R18: a generated VTIMEZONE has rules and no lists of dates that end")
    void generatedZones() {
        for (var zone : List.of("Europe/Berlin", "America/New_York", "Australia/Sydney")) {
            var draft = repeating(Planning.in(zone, title, DAY, "10:00", "11:00"), "FREQ=WEEKLY");
            var made = api.post("/api/v1/events", draft.toString());
            assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
            var file = "/dav/calendars/dmitri/default/" + made.body().get("id").asText() + ".ics";
            var text =
                    DavClient.demo(KalendsServer.shared(), "dmitri").get(file).body();
            var rules = text.substring(text.indexOf("BEGIN:VTIMEZONE"), text.indexOf("END:VTIMEZONE"));
            assertThat(rules)
                    .contains("TZID:" + zone, "BEGIN:DAYLIGHT", "BEGIN:STANDARD", "RRULE:FREQ=YEARLY")
                    .doesNotContain("RDATE");
            assertThat(rules.lines().filter(line -> line.startsWith("RRULE") && !line.contains("UNTIL")))
                    .as("the rules of today have no end")
                    .hasSize(2);
            api.delete(path(made), made.etag());
        }
    }

    @Test
    @DisplayName("R25: a short rule costs little, one without instances is no error, one without bounds is refused")
    void rulesAreBounded() {
        var start = "DTSTART:20280703T100000Z\nDURATION:PT1H\nSUMMARY:" + title + "\nRRULE:";
        own.put("warm.ics", event(newUid(), start + "FREQ=DAILY;COUNT=2"));
        var took = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            var began = System.nanoTime();
            assertThat(own.put("short" + i + ".ics", event(newUid(), start + "FREQ=DAILY;COUNT=3"))
                            .status())
                    .isEqualTo(201);
            var once = Duration.ofNanos(System.nanoTime() - began);
            if (once.compareTo(took) < 0) took = once;
        }
        assertThat(took).isLessThan(Duration.ofMillis(200));
        var never = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
        for (var none : List.of(never, "FREQ=DAILY;COUNT=1\nEXDATE:20280703T100000Z")) {
            var name = UUID.randomUUID() + ".ics";
            var put = own.put(name, event(newUid(), start + none));
            assertThat(put.status()).as(none + put.body()).isEqualTo(201);
            assertThat(own.get(name).status()).isEqualTo(200);
            assertThat(hrefs("")).contains(own.path() + name);
            assertThat(hrefs("<C:time-range start=\"20290101T000000Z\" end=\"20300101T000000Z\"/>"))
                    .doesNotContain(own.path() + name);
        }
        for (var endless : List.of("FREQ=SECONDLY", "FREQ=DAILY;COUNT=1000000000", "FREQ=MINUTELY;INTERVAL=5")) {
            var began = Instant.now(java.time.Clock.systemUTC());
            var put = own.put("endless.ics", event(newUid(), start + endless));
            assertThat(put.precondition()).as(endless).isEqualTo("C:max-instances");
            assertThat(Duration.between(began, Instant.now(java.time.Clock.systemUTC())))
                    .as(endless)
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    private List<String> hrefs(String range) {
        var answer = own.client().query(own.path(), "<C:comp-filter name=\"VEVENT\">" + range + "</C:comp-filter>");
        assertThat(answer.status()).as(answer.body()).isEqualTo(207);
        return answer.texts("//D:response/D:href");
    }
}
