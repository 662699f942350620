package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

class CalendarObjectsIT {

    private static final String HOME = "/dav/calendars/dmitri/default/";

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient dmitri = DavClient.demo(server, "dmitri");
    private final String path = HOME + UUID.randomUUID() + ".ics";
    private final String uid = newUid();

    @Test
    void whatIsStoredIsWhatWasSentToTheOctet() {
        var text = event(
                uid,
                "X-CLIENT;X-P=1:kept\nSUMMARY:A very long line that the client folded\n  in its own place\n"
                        + "DTSTART;TZID=Europe/Moscow:20270110T100000\nDTEND;TZID=Europe/Moscow:20270110T110000");
        var made = dmitri.put(path, text);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.etag()).startsWith("\"").endsWith("\"");
        var read = dmitri.get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(text);
        assertThat(read.etag()).isEqualTo(made.etag());
        assertThat(read.header("Content-Type")).isEqualTo("text/calendar; charset=utf-8; component=VEVENT");
        assertThat(read.header("Last-Modified")).endsWith("GMT");
        assertThat(dmitri.get(path, "If-None-Match", read.etag()).status()).isEqualTo(304);
        var head = dmitri.send("HEAD", path, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.octets()).isEmpty();
        assertThat(head.etag()).isEqualTo(made.etag());
    }

    @Test
    void conditionsAreKept() {
        var first = dmitri.put(path, at(uid, "20270111T100000Z", "First"), "If-None-Match", "*");
        assertThat(first.status()).isEqualTo(201);
        assertThat(dmitri.put(path, at(uid, "20270111T110000Z", "Again"), "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        var second = dmitri.put(path, at(uid, "20270111T110000Z", "Second"), "If-Match", first.etag());
        assertThat(second.status()).isEqualTo(204);
        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(dmitri.put(path, at(uid, "20270111T120000Z", "Stale"), "If-Match", first.etag())
                        .status())
                .isEqualTo(412);
        assertThat(dmitri.delete(path, "If-Match", first.etag()).status()).isEqualTo(412);
        assertThat(dmitri.get(path).body()).contains("SUMMARY:Second");
        assertThat(dmitri.delete(path, "If-Match", second.etag()).status()).isEqualTo(204);
        assertThat(dmitri.get(path).status()).isEqualTo(404);
        assertThat(dmitri.delete(path).status()).isEqualTo(404);
        assertThat(dmitri.put(path, at(uid, "20270111T120000Z", "Gone"), "If-Match", "*")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aUidIsInACalendarOnce() {
        dmitri.put(path, at(uid, "20270112T100000Z", "Once"));
        var other = HOME + UUID.randomUUID() + ".ics";
        var refused = dmitri.put(other, at(uid, "20270112T100000Z", "Twice"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.precondition()).isEqualTo("C:no-uid-conflict");
        assertThat(refused.text("//C:no-uid-conflict/D:href")).isEqualTo(path);
        assertThat(dmitri.put(path, at(newUid(), "20270112T100000Z", "Changed")).precondition())
                .isEqualTo("C:no-uid-conflict");
    }

    @Test
    void theStoredFormComesBackWhereItIsPreferred() {
        var made = dmitri.put(path, at(uid, "20270113T100000Z", "Back"), "Prefer", "return=representation");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).contains("SUMMARY:Back");
        assertThat(made.header("Content-Location")).isEqualTo(path);
        assertThat(made.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(made.etag()).isEqualTo(dmitri.get(path).etag());
    }

    @Test
    void nobodySeesTheHomesOfOthers() {
        dmitri.put(path, at(uid, "20270114T100000Z", "Mine"));
        var eva = DavClient.demo(server, "eva");
        assertThat(eva.get(path).status()).isEqualTo(404);
        assertThat(eva.put(path, at(uid, "20270114T100000Z", "Yours")).status()).isEqualTo(409);
        assertThat(eva.delete(path).status()).isEqualTo(404);
        assertThat(eva.propfind("/dav/calendars/dmitri/", 1, "<D:displayname/>").status())
                .isEqualTo(404);
        var nobody = DavClient.anonymous(server).get(path);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Kalends\", charset=\"UTF-8\"");
        assertThat(DavClient.of(server, "dmitri", "wrong").get(path).status()).isEqualTo(401);
    }

    /** As Evolution writes it: taken as it is, its rule is no series (RFC 4791, 4.1). */
    @Test
    void anOverrideWithoutItsSeriesIsOneInstanceWhateverRuleItCarries() {
        var own = OwnCalendar.of("dmitri");
        var lone = event(
                uid,
                "DTSTART:20270310T120000Z\nDURATION:PT1H\nRECURRENCE-ID:20270310T100000Z\nRRULE:FREQ=DAILY\nSUMMARY:Lone");
        assertThat(own.put("lone.ics", lone).status()).isEqualTo(201);
        assertThat(own.get("lone.ics").body()).isEqualTo(lone);
        var found = dmitri.report(
                own.path(),
                "<C:calendar-query" + DavClient.NAMESPACES
                        + "><D:prop><C:calendar-data><C:expand start=\"20270301T000000Z\" end=\"20270401T000000Z\"/>"
                        + "</C:calendar-data></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">"
                        + "<C:time-range start=\"20270301T000000Z\" end=\"20270401T000000Z\"/></C:comp-filter></C:comp-filter>"
                        + "</C:filter></C:calendar-query>");
        assertThat(found.texts("//C:calendar-data"))
                .singleElement()
                .satisfies(text -> assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(2))
                .satisfies(text -> assertThat(text).contains("DTSTART:20270310T120000Z"));
    }
}
