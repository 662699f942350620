package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.DavClient.NAMESPACES;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.FeedServer;
import org.kalends.support.KalendsServer;

/** Subscribed calendars as Apple's clients make and see them. */
class SubscribedCollectionsIT {

    private static final String HOME = "/dav/calendars/dmitri/";
    private static final String FEED =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
                    + "BEGIN:VEVENT\r\nUID:one@other.example\r\nDTSTAMP:20261124T120000Z\r\nDTSTART:20270303T100000Z\r\n"
                    + "ATTACH:https://other.example/a.pdf\r\nSUMMARY:Talk\r\n"
                    + "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:d\r\nEND:VALARM\r\nEND:VEVENT\r\n"
                    + "BEGIN:VTODO\r\nUID:two@other.example\r\nDTSTAMP:20261124T120000Z\r\nSUMMARY:Dig\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";

    private final DavClient dmitri = DavClient.demo(KalendsServer.shared(), "dmitri");
    private final String path = HOME + UUID.randomUUID() + "/";
    private final FeedServer feeds = FeedServer.start();

    @BeforeEach
    void publish() {
        feeds.put("/talks.ics", FEED);
    }

    @AfterEach
    void stop() {
        feeds.close();
    }

    private DavClient.Answer subscribe(String more) {
        return dmitri.send(
                "MKCOL",
                path,
                "<D:mkcol" + NAMESPACES + "><D:set><D:prop><D:resourcetype><D:collection/><CS:subscribed/>"
                        + "</D:resourcetype><D:displayname>Talks</D:displayname>" + more
                        + "</D:prop></D:set></D:mkcol>");
    }

    private String source(String address) {
        return "<CS:source><D:href>" + address + "</D:href></CS:source>";
    }

    private String all() {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> dmitri.get(path).body(), text -> text.contains("SUMMARY"));
    }

    @Test
    void areMadeByMkcolAndReadLikeAnyOther() {
        assertThat(subscribe(source(feeds.address("/talks.ics")) + "<A:refreshrate>P1W</A:refreshrate>"
                                + "<CS:subscribed-strip-alarms/><CS:subscribed-strip-attachments/>"
                                + "<CS:subscribed-strip-todos/>")
                        .status())
                .isEqualTo(201);
        assertThat(all()).contains("SUMMARY:Talk").doesNotContain("VALARM", "ATTACH", "VTODO");
        var found = dmitri.propfind(
                path,
                0,
                "<D:resourcetype/><CS:source/><A:refreshrate/><CS:subscribed-strip-alarms/>"
                        + "<CS:subscribed-strip-attachments/><CS:subscribed-strip-todos/><D:current-user-privilege-set/>");
        assertThat(found.has("//D:resourcetype/C:calendar")).isTrue();
        assertThat(found.text("//CS:source/D:href")).isEqualTo(feeds.address("/talks.ics"));
        assertThat(found.text("//A:refreshrate")).isEqualTo("P7D");
        assertThat(found.xml().getElementsByTagNameNS("DAV:", "status").getLength())
                .isEqualTo(1);
        assertThat(found.has("//D:privilege/D:read")).isTrue();
        assertThat(found.has("//D:privilege/D:write-properties")).isTrue();
        assertThat(found.has("//D:privilege/D:bind")).isFalse();
        assertThat(found.has("//D:privilege/D:write-content")).isFalse();
    }

    @Test
    void takeNothingFromClients() {
        subscribe(source(feeds.address("/talks.ics")));
        all();
        var event = FEED.replaceAll("(?s)BEGIN:VTODO.*END:VTODO\r\n|REFRESH-INTERVAL[^\r]*\r\n", "");
        assertThat(dmitri.put(path + "mine.ics", event).precondition()).isEqualTo("D:need-privileges");
        var names = dmitri.propfind(path, 1, "<D:getetag/>").texts("//D:href");
        var one =
                names.stream().filter(name -> name.endsWith(".ics")).findFirst().orElseThrow();
        assertThat(dmitri.delete(one).precondition()).isEqualTo("D:need-privileges");
        assertThat(dmitri.send(
                                "PROPPATCH",
                                HOME + "inbox/",
                                "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop>"
                                        + "<C:schedule-default-calendar-URL><D:href>" + path + "</D:href>"
                                        + "</C:schedule-default-calendar-URL></D:prop></D:set></D:propertyupdate>")
                        .body())
                .contains("valid-schedule-default-calendar-URL");
    }

    @Test
    void areTunedByProppatch() {
        subscribe(source(feeds.address("/talks.ics")) + "<CS:subscribed-strip-alarms/>");
        await().atMost(Duration.ofSeconds(20)).until(() -> all().contains("VTODO")); // objects come one by one
        assertThat(all()).contains("VTODO", "ATTACH").doesNotContain("VALARM");
        var changed = dmitri.send(
                "PROPPATCH",
                path,
                "<D:propertyupdate" + NAMESPACES
                        + "><D:remove><D:prop><CS:subscribed-strip-alarms/></D:prop></D:remove>"
                        + "<D:set><D:prop><CS:subscribed-strip-todos/></D:prop></D:set></D:propertyupdate>");
        assertThat(changed.status()).isEqualTo(207);
        assertThat(changed.body()).doesNotContain("HTTP/1.1 4");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(dmitri.get(path).body()).contains("VALARM").doesNotContain("VTODO"));
    }

    @Test
    void nameASource() {
        assertThat(subscribe("").precondition()).isEqualTo("D:valid-resourcetype");
        var refused = subscribe(source("file:///etc/passwd"));
        assertThat(refused.status()).isEqualTo(424);
        assertThat(dmitri.propfind(path, 0, "<D:resourcetype/>").status()).isEqualTo(404);
        assertThat(subscribe(source(feeds.address("/talks.ics")) + "<A:refreshrate>soon</A:refreshrate>")
                        .status())
                .isEqualTo(424);
    }
}
