package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

class ReportsIT {

    private static final String CALENDAR = "/dav/calendars/eva/default/";

    private final DavClient eva = DavClient.demo(KalendsServer.shared(), "eva");
    private final String path = CALENDAR + UUID.randomUUID() + ".ics";
    private final String uid = newUid();

    private static String range(String from, String to) {
        return "<C:comp-filter name=\"VEVENT\"><C:time-range start=\"" + from + "\" end=\"" + to
                + "\"/></C:comp-filter>";
    }

    @Test
    void aRangeOfTimeFindsWhatOverlapsIt() {
        eva.put(path, at(uid, "20280110T100000Z", "In the range"));
        assertThat(eva.query(CALENDAR, range("20280110T103000Z", "20280110T104000Z"))
                        .texts("//D:href"))
                .containsExactly(path);
        assertThat(eva.query(CALENDAR, range("20280110T110000Z", "20280110T120000Z"))
                        .texts("//D:href"))
                .isEmpty();
        assertThat(eva.query(CALENDAR, range("20280110T090000Z", "20280110T100000Z"))
                        .texts("//D:href"))
                .isEmpty();
    }

    @Test
    void aSeriesIsFoundByAnInstanceBeyondWhatIsStored() {
        eva.put(path, event(uid, "DTSTART:20280301T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY\nSUMMARY:Endless"));
        assertThat(eva.query(CALENDAR, range("20600301T103000Z", "20600301T104000Z"))
                        .texts("//D:href"))
                .containsExactly(path);
        assertThat(eva.query(CALENDAR, range("20600302T103000Z", "20600302T104000Z"))
                        .texts("//D:href"))
                .doesNotContain(path);
        eva.delete(path);
    }

    @Test
    void multigetGivesTextsAndTellsWhatIsMissing() {
        eva.put(path, at(uid, "20280111T100000Z", "A & B < C"));
        var answer = eva.report(
                CALENDAR,
                "<C:calendar-multiget" + DavClient.NAMESPACES
                        + "><D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>"
                        + path + "</D:href><D:href>" + CALENDAR + "none.ics</D:href><D:href>" + path
                        + "</D:href></C:calendar-multiget>");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.texts("//C:calendar-data"))
                .containsExactly(eva.get(path).body());
        assertThat(answer.texts("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href"))
                .containsExactly(CALENDAR + "none.ics");
    }

    @Test
    void syncTellsWhatChangedSinceTheToken() {
        var token = eva.sync(CALENDAR, "", "<D:getetag/>").text("//D:multistatus/D:sync-token");
        var made = eva.put(path, at(uid, "20280112T100000Z", "New"));
        var changed = eva.sync(CALENDAR, token, "<D:getetag/>");
        assertThat(changed.texts("//D:response/D:href")).containsExactly(path);
        assertThat(changed.text("//D:getetag")).isEqualTo(made.etag());
        var later = changed.text("//D:multistatus/D:sync-token");
        assertThat(eva.sync(CALENDAR, later, "<D:getetag/>").texts("//D:response"))
                .isEmpty();
        eva.delete(path);
        var gone = eva.sync(CALENDAR, later, "<D:getetag/>");
        assertThat(gone.texts("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href"))
                .containsExactly(path);
    }

    @Test
    void whatIsNoTokenOfThisCalendarIsRefusedByName() {
        for (var token : new String[] {"nonsense", "urn:kalends:sync:1:" + UUID.randomUUID() + ":1"}) {
            var refused = eva.sync(CALENDAR, token, "<D:getetag/>");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.precondition()).isEqualTo("D:valid-sync-token");
        }
    }

    @Test
    void anUnknownReportIsRefusedByName() {
        var refused = eva.report(CALENDAR, "<X:nothing xmlns:X=\"urn:x\"/>");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo("D:supported-report");
    }
}
