package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.KalendsServer;

/** A calendar that holds more than one answer tells: what fits is told, and that it is not all. */
class LargeAnswersIT {

    private static final int MORE_THAN_FITS = 20_001;

    private final OwnCalendar own = OwnCalendar.of("clara");

    @BeforeEach
    void copies() {
        own.put("0.ics", at(newUid(), "20270301T100000Z", "One of many"));
        KalendsServer.shared()
                .database()
                .useHandle(handle -> handle.execute(
                        "insert into calendar_object select (jsonb_populate_record(o, jsonb_build_object("
                                + "'obj_id', gen_random_uuid(), 'name', n || '.ics', 'uid', gen_random_uuid()))).*"
                                + " from calendar_object o join calendar c using (home_id, cal_id),"
                                + " generate_series(1, ?) as n where c.uri = ?",
                        MORE_THAN_FITS - 1,
                        uri()));
    }

    @AfterEach
    void gone() {
        KalendsServer.shared()
                .database()
                .useHandle(handle -> handle.execute(
                        "delete from calendar_object where cal_id in (select cal_id from calendar where uri = ?)",
                        uri()));
    }

    private String uri() {
        return own.path().split("/")[4];
    }

    @Test
    @DisplayName("R21: a query that finds more than 20,000 tells what fits and a 507 for the calendar")
    void aQueryThatFindsTooMuchTellsWhatFits() {
        var answer = own.client()
                .report(
                        own.path(),
                        "<C:calendar-query" + NAMESPACES + "><D:prop><D:getetag/></D:prop><C:filter>"
                                + "<C:comp-filter name=\"VCALENDAR\"/></C:filter></C:calendar-query>");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.texts("//D:response[D:propstat]")).hasSize(MORE_THAN_FITS - 1);
        assertThat(
                        answer.texts(
                                "//D:response[D:status='HTTP/1.1 507 Insufficient Storage'][D:error/D:number-of-matches-within-limits]/D:href"))
                .containsExactly(own.path());
    }
}
