package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kalends.support.DavClient;

/** F11 to F14: a readable refusal or a stored text, never a failure of the server. */
class HostileInputIT {

    private static final String START = "DTSTART:20270110T100000Z\nDURATION:PT1H\n";

    private final OwnCalendar own = OwnCalendar.of("admin");
    private final DavClient client = own.client();
    private final String path = own.path() + "x.ics";

    @Test
    void xmlThatWouldReachOutOrGrowIsRefused() {
        var external = "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:displayname>&x;</D:displayname></D:prop></D:propfind>";
        var refused = client.send("PROPFIND", own.path(), external, "Depth", "0");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("root:");
        var laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><D:propfind xmlns:D=\"DAV:\">&b;</D:propfind>";
        assertThat(client.send("PROPFIND", own.path(), laughs, "Depth", "0").status())
                .isEqualTo(400);
        var deep = "<D:propfind xmlns:D=\"DAV:\">" + "<D:prop>".repeat(10_000) + "</D:prop>".repeat(10_000)
                + "</D:propfind>";
        assertThat(client.send("PROPFIND", own.path(), deep, "Depth", "0").status())
                .isEqualTo(400);
        var wide = "<D:propfind xmlns:D=\"DAV:\"><D:prop>" + "<D:a/>".repeat(100_000) + "</D:prop></D:propfind>";
        assertThat(client.send("PROPFIND", own.path(), wide, "Depth", "0").status())
                .isEqualTo(413);
        for (var broken : new String[] {"<", "<a", "<a></b>", "\u0000", "<D:propfind/>", "<a xmlns=\"DAV:\"/>"}) {
            assertThat(client.send("PROPFIND", own.path(), broken, "Depth", "0").status())
                    .as(broken)
                    .isEqualTo(400);
        }
    }

    @Test
    void octetsThatAreNoTextAreRefusedByName() {
        byte[] bad = at(newUid(), "20270110T100000Z", "x?").getBytes(StandardCharsets.UTF_8);
        bad[new String(bad, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;
        var refused = client.send("PUT", path, bad, "Content-Type", "text/calendar");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo("C:valid-calendar-data");
        var nul = client.put(path, at(newUid(), "20270110T100000Z", "a\u0000b"));
        assertThat(nul.precondition()).isEqualTo("C:valid-calendar-data");
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void oddTextComesBackAsItIsOrIsRefused() {
        int number = 0;
        for (var odd : new String[] {"\u202Ebidi", "\uFEFFinside", "e\u0301", "\uD83D\uDE00", "\u2028", "\u0085"}) {
            var text = at(newUid(), "20270110T100000Z", odd);
            var there = own.path() + number++;
            assertThat(client.put(there, text).status()).as(odd).isEqualTo(201);
            assertThat(client.get(there).body()).isEqualTo(text);
            assertThat(client.report(
                                    own.path(),
                                    "<C:calendar-multiget" + DavClient.NAMESPACES
                                            + "><D:prop><C:calendar-data/></D:prop><D:href>" + there
                                            + "</D:href></C:calendar-multiget>")
                            .text("//C:calendar-data"))
                    .isEqualTo(text);
        }
        assertThat(client.put(path, at(newUid(), "20270110T100000Z", "x").replace("\r\n", "\r"))
                        .status())
                .isBetween(200, 499);
    }

    @Test
    @Timeout(60)
    void muchOfEverythingTakesLittleTime() {
        var folds = event(newUid(), START + "DESCRIPTION:" + "x\r\n ".repeat(200_000));
        var exdates = new StringBuilder(START + "RRULE:FREQ=DAILY;COUNT=100");
        for (int i = 0; i < 20_000; i++)
            exdates.append("\nEXDATE:20270110T1000").append(10 + i % 50).append("Z");
        var dense = event(newUid(), START + "RRULE:FREQ=SECONDLY;BYSECOND=0,1,2,3,4,5,6,7,8,9");
        var never = event(newUid(), START + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
        for (var text : new String[] {folds, event(newUid(), exdates.toString()), dense, never}) {
            var begun = System.nanoTime();
            assertThat(client.put(own.path() + newUid(), text).status()).isBetween(200, 499);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }
}
