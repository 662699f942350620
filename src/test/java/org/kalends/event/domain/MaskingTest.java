package org.kalends.event.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.text.ContentReader;

class MaskingTest {

    private static final String SERIES =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Client//Test//EN
            X-WR-CALNAME:Secrets
            BEGIN:VEVENT
            UID:m1
            DTSTAMP:20261124T120000Z
            DTSTART:20310603T090000Z
            DTEND:20310603T100000Z
            RRULE:FREQ=DAILY;COUNT=5
            EXDATE:20310604T090000Z
            CLASS:%s
            SUMMARY:Dismissal
            LOCATION:Cellar
            ORGANIZER:mailto:anna@kalends.test
            ATTENDEE:mailto:petrov@kalends.test
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:Dismissal
            TRIGGER:-PT15M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:m1
            DTSTAMP:20261124T120000Z
            RECURRENCE-ID:20310605T090000Z
            DTSTART:20310605T110000Z
            DTEND:20310605T120000Z
            SUMMARY:Petrov
            END:VEVENT
            END:VCALENDAR
            """
                    .replace("\n", "\r\n");

    private static String masked(String language) {
        return Masking.text(ContentReader.calendar(SERIES.formatted("PRIVATE")), Locale.forLanguageTag(language));
    }

    @Test
    void tellsWhenItIsAndNothingElseNotEvenOfTheInstanceThatIsNotPrivateItself() {
        assertThat(masked("ru"))
                .contains("SUMMARY:Занято", "RRULE:FREQ=DAILY;COUNT=5", "EXDATE:", "RECURRENCE-ID:", "CLASS:PRIVATE")
                .doesNotContain("Dismissal", "Cellar", "Petrov", "petrov", "anna", "Secrets", "VALARM");
    }

    @Test
    void canBeReadAgainWithTheSameInstances() {
        var before = ICalendar.parse(SERIES.formatted("PRIVATE"));
        var after = ICalendar.parse(masked("en"));
        assertThat(after.stream().map(c -> c.timing()).toList())
                .isEqualTo(before.stream().map(c -> c.timing()).toList());
        assertThat(after.lead().details().title()).isEqualTo("Busy");
        assertThat(after.lead().recurrence()).isEqualTo(before.lead().recurrence());
    }

    @Test
    void isNeededForWhateverIsNotPublic() {
        assertThat(Masking.needed(ContentReader.calendar(SERIES.formatted("PUBLIC"))))
                .isFalse();
        for (var name : new String[] {"PRIVATE", "CONFIDENTIAL", "X-SECRET"}) {
            assertThat(Masking.needed(ContentReader.calendar(SERIES.formatted(name))))
                    .as(name)
                    .isTrue();
        }
    }
}
