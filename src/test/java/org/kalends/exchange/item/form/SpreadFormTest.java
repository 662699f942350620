package org.kalends.exchange.item.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.codec.ICalendar;

/** X10: rules that Exchange has not. */
class SpreadFormTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private static SpreadForm form(String... lines) {
        var ical =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test
                BEGIN:VEVENT
                UID:one
                DTSTAMP:20261101T000000Z
                DTSTART:20240101T100000Z
                DTEND:20240101T103000Z
                SUMMARY:Beat
                ORGANIZER:mailto:anna@kalends.test
                ATTENDEE:mailto:boris@kalends.test
                %s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(String.join("\n", lines))
                        .replace("\n", "\r\n");
        return SpreadForm.of(ToldEvent.of(ICalendar.parse(ical), ical), all -> true, ZoneId.of("Europe/Moscow"), NOW);
    }

    @Test
    void theNearestOfTooManyAreThereAndTheOthersAreCounted() {
        var form = form("RRULE:FREQ=HOURLY");
        assertThat(form.items()).hasSize(SpreadForm.MOST);
        assertThat(form.left()).isEqualTo(2 * 366 * 24 - SpreadForm.MOST);
        assertThat(form.items().keySet().iterator().next().value()).isEqualTo("one_20261120T220000Z");
    }

    @Test
    void whatLiesFartherThanAYearIsNotThere() {
        assertThat(form("RRULE:FREQ=YEARLY;INTERVAL=4").items().keySet())
                .extracting(Object::toString)
                .isEmpty();
        assertThat(form("RRULE:FREQ=YEARLY;BYYEARDAY=100").items().keySet())
                .extracting(Object::toString)
                .containsExactly("one_20260410T100000Z", "one_20270410T100000Z");
    }

    @Test
    void addedAndExcludedDaysCountAndNobodyIsInvited() {
        var form = form("RDATE:20261203T100000Z,20261204T100000Z", "EXDATE:20261203T100000Z");
        assertThat(form.items().keySet()).extracting(Object::toString).containsExactly("one_20261204T100000Z");
        assertThat(form.items().values().iterator().next().values())
                .contains(
                        Element.text("t:Start", "2026-12-04T10:00:00Z"), Element.text("t:End", "2026-12-04T10:30:00Z"))
                .extracting(Element::name)
                .doesNotContain("t:RequiredAttendees", "t:Recurrence");
    }
}
