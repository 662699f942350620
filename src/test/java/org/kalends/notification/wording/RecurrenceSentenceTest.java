package org.kalends.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.icalendar.Recurrence;

class RecurrenceSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            FREQ=DAILY                             | Every day                                    | Каждый день
            FREQ=DAILY;INTERVAL=2;COUNT=5          | Every 2 days, 5 times                        | Каждые 2 дня, 5 раз
            FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR       | Every weekday (Monday to Friday)             | По будням (с понедельника по пятницу)
            FREQ=WEEKLY;INTERVAL=5;BYDAY=MO,FR     | Every 5 weeks on Monday and Friday           | Каждые 5 недель по понедельникам и пятницам
            FREQ=WEEKLY;UNTIL=20261231T205959Z     | Every week, until 31 Dec 2026                | Каждую неделю, до 31 дек 2026
            FREQ=MONTHLY                           | Every month on the 24th                      | Каждый месяц 24-го числа
            FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=2   | Every month on the 1st and 15th, 2 times     | Каждый месяц 1-го и 15-го числа, 2 раза
            FREQ=MONTHLY;BYMONTHDAY=-1             | Every month on the last day                  | Каждый месяц в последний день
            FREQ=MONTHLY;BYDAY=2TU                 | Every month on the second Tuesday            | Каждый месяц во второй вторник
            FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1      | Every month on the last Friday               | Каждый месяц в последнюю пятницу
            FREQ=YEARLY                            | Every year on 24 November                    | Каждый год 24 ноября
            FREQ=HOURLY                            | Repeats by a rule of its own                 | Повторяется по особому правилу
            FREQ=MONTHLY;BYDAY=MO,TU,WE            | Repeats by a rule of its own                 | Повторяется по особому правилу
            """)
    void saysTheRule(String rule, String english, String russian) {
        var planning = NewsOfPlanning.planning().lead().withRecurrence(Recurrence.NONE.withRules(List.of(rule)));

        assertThat(new RecurrenceSentence(new Texts(Locale.ENGLISH)).of(planning))
                .isEqualTo(english);
        assertThat(new RecurrenceSentence(new Texts(NewsOfPlanning.RUSSIAN)).of(planning))
                .isEqualTo(russian);
    }
}
