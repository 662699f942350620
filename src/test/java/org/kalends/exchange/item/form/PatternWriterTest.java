package org.kalends.exchange.item.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.item.RecurrencePattern;
import org.kalends.icalendar.EventTime;

/** X10: rules there and back. */
class PatternWriterTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final EventTime START =
            new EventTime.Zoned(LocalDateTime.of(2026, 12, 1, 10, 0), MOSCOW); // a Tuesday

    private static Element written(String rule) {
        return PatternWriter.recurrence(rule, START, MOSCOW).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=3;COUNT=5",
                "FREQ=WEEKLY;BYDAY=TU;WKST=MO",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO;WKST=SU;UNTIL=20270101T070000Z",
                "FREQ=MONTHLY;BYMONTHDAY=15",
                "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
                "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=4",
                "FREQ=MONTHLY;BYDAY=2TU",
                "FREQ=MONTHLY;BYDAY=-1FR",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
                "FREQ=YEARLY;BYMONTH=5;BYDAY=3SU;COUNT=3",
            })
    void x10WhatExchangeCanSayComesBackAsItWas(String rule) {
        assertThat(RecurrencePattern.rule(written(rule), START)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY | FREQ=WEEKLY;BYDAY=TU;WKST=MO",
                "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR | FREQ=WEEKLY;BYDAY=FR,MO,TH,TU,WE;WKST=MO",
                "FREQ=MONTHLY | FREQ=MONTHLY;BYMONTHDAY=1",
                "FREQ=MONTHLY;BYMONTHDAY=-1 | FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
                "FREQ=YEARLY | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
                "FREQ=DAILY;UNTIL=20261205T060000Z | FREQ=DAILY;UNTIL=20261204T070000Z",
            })
    void x10WhatItSaysOtherwiseMeansTheSame(String rule, String back) {
        assertThat(RecurrencePattern.rule(written(rule), START)).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=HOURLY",
                "FREQ=WEEKLY;BYMONTH=1",
                "FREQ=YEARLY;INTERVAL=2",
                "FREQ=YEARLY;BYWEEKNO=20",
                "FREQ=YEARLY;BYYEARDAY=100",
                "FREQ=YEARLY;BYDAY=20MO",
                "FREQ=MONTHLY;BYMONTHDAY=1,15",
                "FREQ=MONTHLY;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=1",
                "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
                "FREQ=DAILY;BYHOUR=9,12",
            })
    void x10WhatItCannotSayIsNotSaidOtherwise(String rule) {
        assertThat(PatternWriter.recurrence(rule, START, MOSCOW)).isEmpty();
    }
}
