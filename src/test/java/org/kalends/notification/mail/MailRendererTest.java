package org.kalends.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.notification.wording.NewsOfPlanning.answeredByBoris;
import static org.kalends.notification.wording.NewsOfPlanning.from;
import static org.kalends.notification.wording.NewsOfPlanning.planning;
import static org.kalends.notification.wording.NewsOfPlanning.toAnna;
import static org.kalends.notification.wording.NewsOfPlanning.toBoris;
import static org.kalends.notification.wording.NewsOfPlanning.toGuest;
import static org.kalends.notification.wording.NewsOfPlanning.weekly;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.notification.NewsKind;
import org.kalends.notification.wording.NewsOfPlanning;

class MailRendererTest {

    private final MailRenderer renderer = new MailRenderer();

    @Test
    void anInvitationReadsAsAWhole() {
        var mail = renderer.render(toBoris(NewsKind.INVITATION, null, weekly()));

        assertThat(mail.subject()).isEqualTo("Приглашение: Планёрка — вт 24 ноя 2026, 10:00–11:00 (MSK)");
        assertThat(mail.text())
                .isEqualTo(
                        """
                        Анна приглашает вас

                        Планёрка

                        Когда: вт 24 ноя 2026, 10:00–11:00 (MSK)
                        Повтор: Каждую неделю по вторникам, 8 раз
                        Место: Волга
                        Конференция: https://meet.kalends.test/planning
                        Организатор: Анна <anna@kalends.test>

                        Участники
                          Борис — пойдёт
                          guest@example.org — нет ответа

                        Планы недели

                        Вы придёте?
                          Пойду: https://kalends.test/rsvp/token?answer=accepted
                          Возможно: https://kalends.test/rsvp/token?answer=tentative
                          Не пойду: https://kalends.test/rsvp/token?answer=declined

                        Открыть в календаре: https://kalends.test/e/1

                        --\s
                        Вы получили это письмо, потому что вас приглашает Анна.
                        """);
    }

    @Test
    void aReaderElsewhereSeesHisTimeFirstAndTheOrganizersSecond() {
        var mail = renderer.render(toGuest(NewsKind.INVITATION, null, planning()));

        assertThat(mail.subject()).isEqualTo("Invitation: Планёрка — Tue 24 Nov 2026, 02:00–03:00 (EST)");
        assertThat(mail.text())
                .contains("When: Tue 24 Nov 2026, 02:00–03:00 (EST) / Tue 24 Nov 2026, 10:00–11:00 (MSK)");
    }

    @Test
    void aChangeShowsOldAndNewPerField() {
        var moved = edited(planning(), "Планёрка отдела", "2026-11-25T12:00:00");
        var mail = renderer.render(toBoris(NewsKind.CHANGE, planning(), moved));

        assertThat(mail.subject()).startsWith("Изменено: Планёрка отдела — ср 25 ноя 2026, 12:00–13:00");
        assertThat(mail.text())
                .contains(
                        """
                        Что изменилось
                          Название: Планёрка → Планёрка отдела
                          Когда: вт 24 ноя 2026, 10:00–11:00 (MSK) → ср 25 ноя 2026, 12:00–13:00 (MSK)
                        """);
        assertThat(mail.html()).contains(">Планёрка</s><br><b>Планёрка отдела</b>");
    }

    @Test
    void aChangeOfOneInstanceNamesItsDate() {
        var id = new EventTime.Zoned(LocalDateTime.parse("2026-12-01T10:00:00"), NewsOfPlanning.MOSCOW);
        var override =
                planning().lead().withRecurrenceId(id).withTiming(from(LocalDateTime.parse("2026-12-01T15:00:00")));
        var mail = renderer.render(toBoris(NewsKind.CHANGE, weekly(), weekly().withOverrides(List.of(override))));

        assertThat(mail.subject()).isEqualTo("Изменено: Планёрка — вт 1 дек 2026, 15:00–16:00 (MSK)");
        assertThat(mail.text())
                .contains("только эта дата: вт 1 дек 2026")
                .contains("Когда: вт 1 дек 2026, 10:00–11:00 (MSK) → вт 1 дек 2026, 15:00–16:00 (MSK)");
    }

    @Test
    void aReminderSaysOnceWhenItIs() {
        var weekly = weekly();
        var tuesday =
                Instances.find(weekly, Instant.parse("2026-12-01T07:00:00Z")).orElseThrow();
        var alone = EventSeries.of(weekly.uid(), Instances.override(tuesday));
        var mail = renderer.render(toBoris(NewsKind.REMINDER, null, alone));
        assertThat(mail.text()).contains("вт 1 дек 2026, 10:00–11:00").doesNotContain("только эта дата");
    }

    @Test
    void aDateTakenOutOfASeriesIsNamed() {
        var id = new EventTime.Zoned(LocalDateTime.parse("2026-12-08T10:00:00"), NewsOfPlanning.MOSCOW);
        var master = weekly().lead();
        var shorter =
                weekly().withMaster(master.withRecurrence(master.recurrence().withExcluded(List.of(id))));

        assertThat(renderer.render(toBoris(NewsKind.CHANGE, weekly(), shorter)).text())
                .contains("Отменённые даты: вт 8 дек 2026");
    }

    @Test
    void aCancellationStrikesTheTitleAndAsksNothing() {
        var mail = renderer.render(toGuest(NewsKind.CANCELLATION, planning(), planning()));

        assertThat(mail.subject()).startsWith("Cancelled: Планёрка");
        assertThat(mail.html()).contains("text-decoration:line-through");
    }

    @Test
    void anAnswerSaysWhoAndWhat() {
        var mail = renderer.render(toAnna(answeredByBoris(ParticipationStatus.ACCEPTED, "Опоздаю на 5 минут")));

        assertThat(mail.subject()).isEqualTo("Борис принял: Планёрка — вт 24 ноя 2026, 10:00–11:00 (MSK)");
        assertThat(mail.text()).startsWith("Борис принял\n").contains("Комментарий: Опоздаю на 5 минут");
    }

    @Test
    void textOfStrangersCannotBecomeMarkupOrASecondHeader() {
        var evil = planning()
                .withMaster(planning()
                        .lead()
                        .withDetails(new Details(
                                "<script>alert(1)</script>\r\nBcc: x@y.z",
                                "<img src=x onerror=alert(1)>",
                                "",
                                "javascript:alert(1)")));
        var mail = renderer.render(toBoris(NewsKind.INVITATION, null, evil));

        assertThat(mail.subject()).doesNotContain("\n").doesNotContain("\r");
        assertThat(mail.html()).doesNotContain("<script").doesNotContain("<img").doesNotContain("javascript:");
    }

    private static EventSeries edited(EventSeries series, String title, String start) {
        var master = series.lead();
        return series.withMaster(
                master.withDetails(master.details().withTitle(title)).withTiming(from(LocalDateTime.parse(start))));
    }
}
