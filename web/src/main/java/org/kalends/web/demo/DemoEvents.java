package org.kalends.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventEditing;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.Timing;
import org.kalends.identity.Principal;

/** A few weeks of work around today; nobody gets a mail about it. */
@ApplicationScoped
class DemoEvents {

    @Inject
    EventEditing editing;

    @Inject
    Clock clock;

    void plan(Principal anna, Principal boris, Principal clara) {
        var monday = LocalDate.ofInstant(clock.instant(), anna.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(2);
        plan(anna, "Планёрка", monday.atTime(10, 0), "FREQ=WEEKLY;COUNT=10", boris, clara);
        plan(anna, "Обед с командой", monday.plusDays(17).atTime(13, 0), "", boris, clara);
        plan(anna, "Подготовка отчёта", monday.plusDays(16).atTime(15, 0), "FREQ=WEEKLY;COUNT=4");
        plan(boris, "Разбор кода", monday.plusDays(1).atTime(16, 0), "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=20", anna);
        plan(boris, "Обучение", monday.plusDays(15).atTime(11, 0), "");
        plan(clara, "Design review", monday.plusDays(2).atTime(14, 0), "FREQ=WEEKLY;COUNT=8", anna, boris);
        plan(clara, "Focus time", monday.plusDays(18).atTime(9, 0), "");
    }

    private void plan(Principal organizer, String title, LocalDateTime start, String rule, Principal... invited) {
        var zone = organizer.zone();
        var end = start.plus(Duration.ofHours(1));
        var component = new EventComponent(
                null,
                new Timing(new EventTime.Zoned(start, zone), new EventTime.Zoned(end, zone)),
                rule.isEmpty() ? Recurrence.NONE : Recurrence.NONE.withRules(List.of(rule)),
                new Details(title, "", "", null),
                Labels.PLAIN,
                null,
                Stream.of(invited).map(DemoEvents::attendee).toList(),
                List.of(),
                Revision.first(clock.instant()));
        editing.create(organizer, "default", component, Announcement.NONE);
    }

    private static Attendee attendee(Principal principal) {
        return new Attendee(
                principal.address(),
                principal.name(),
                Attendee.Kind.INDIVIDUAL,
                Attendee.Role.REQUIRED,
                ParticipationStatus.NEEDS_ACTION,
                null,
                null,
                ScheduleParameters.NONE);
    }
}
