package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.support.DavClient.Answer;

/** Answers of more than 1 KiB are packed for who takes them so. */
class PackedAnswersIT {

    private static final String TAGS = "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:getetag/></D:prop></D:propfind>";

    private final OwnCalendar own = OwnCalendar.of("clara");

    @BeforeEach
    void tenObjects() {
        for (int i = 0; i < 10; i++) own.put(i + ".ics", at(newUid(), "20270301T100000Z", "Number " + i));
    }

    private Answer listing(String depth, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of("Depth", depth));
        all.addAll(java.util.List.of(headers));
        return own.client().send("PROPFIND", own.path(), TAGS, all.toArray(String[]::new));
    }

    private static String unpacked(Answer answer) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.octets()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aListingIsTheSamePackedAndPlain() throws IOException {
        var plain = listing("1");
        var packed = listing("1", "Accept-Encoding", "gzip, deflate");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.octets().length).isLessThan(plain.octets().length / 2);
        assertThat(unpacked(packed)).isEqualTo(plain.body());
        assertThat(packed.raw().headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(plain.raw().headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({"gzip,true", "GZIP;q=0.5,true", "*,true", "gzip;q=0,false", "'*, gzip;q=0.0',false", "br,false"})
    void whatTheClientTakesIsWhatItGets(String accepted, boolean packed) {
        assertThat(listing("1", "Accept-Encoding", accepted)
                        .header("Content-Encoding")
                        .equals("gzip"))
                .isEqualTo(packed);
    }

    @Test
    void aShortAnswerIsNotPacked() {
        var answer = listing("0", "Accept-Encoding", "gzip");
        assertThat(answer.octets().length).isLessThan(1024);
        assertThat(answer.header("Content-Encoding")).isEmpty();
    }

    @Test
    void theEntityTagOfAnObjectNamesTheOctetsThatWereSent() {
        var text = event(newUid(), "DTSTART:20270301T100000Z\nDESCRIPTION:" + "long ".repeat(400));
        var put = own.put("long.ics", text);
        var got = own.client().get(own.path() + "long.ics", "Accept-Encoding", "gzip");
        assertThat(got.header("Content-Encoding")).isEmpty();
        assertThat(got.body()).isEqualTo(text);
        assertThat(got.etag()).isEqualTo(put.etag());
    }

    @Test
    void theWholeCalendarIsPackedAndItsTagIsWeak() throws IOException {
        var plain = own.client().get(own.path());
        var packed = own.client().get(own.path(), "Accept-Encoding", "gzip");
        assertThat(plain.etag()).startsWith("W/").isEqualTo(packed.etag());
        assertThat(unpacked(packed)).contains("SUMMARY:Number 9");
        assertThat(own.client().get(own.path(), "If-None-Match", packed.etag()).status())
                .isEqualTo(304);
    }
}
