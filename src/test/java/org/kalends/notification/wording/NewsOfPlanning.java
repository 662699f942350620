package org.kalends.notification.wording;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.NewsKind;

/** Anna's meeting on Tuesday, 24 November 2026, 10:00 in Moscow, with Boris and an outside guest. */
public final class NewsOfPlanning {

    public static final CalendarAddress ANNA = new CalendarAddress("anna@kalends.test");
    public static final CalendarAddress BORIS = new CalendarAddress("boris@kalends.test");
    public static final CalendarAddress GUEST = new CalendarAddress("guest@example.org");
    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private NewsOfPlanning() {}

    public static EventSeries planning() {
        var start = LocalDateTime.parse("2026-11-24T10:00:00");
        return EventSeries.of(
                new Uid("planning@kalends.test"),
                new EventComponent(
                        null,
                        from(start),
                        Recurrence.NONE,
                        new Details("Планёрка", "Планы недели", "Волга", "https://meet.kalends.test/planning"),
                        Labels.PLAIN,
                        new Organizer(ANNA, "Анна", null),
                        List.of(
                                attendee(BORIS, "Борис", ParticipationStatus.ACCEPTED, null),
                                attendee(GUEST, "", ParticipationStatus.NEEDS_ACTION, null)),
                        List.of(),
                        Revision.first(Instant.parse("2026-11-01T09:00:00Z"))));
    }

    public static EventSeries weekly() {
        var single = planning();
        return single.withMaster(
                single.lead().withRecurrence(Recurrence.NONE.withRules(List.of("FREQ=WEEKLY;BYDAY=TU;COUNT=8"))));
    }

    public static Timing from(LocalDateTime start) {
        return new Timing(new EventTime.Zoned(start, MOSCOW), new EventTime.Zoned(start.plusHours(1), MOSCOW));
    }

    public static EventSeries answeredByBoris(ParticipationStatus status, @Nullable String comment) {
        var single = planning();
        return single.withMaster(single.lead().withAttendees(List.of(attendee(BORIS, "Борис", status, comment))));
    }

    public static News toBoris(NewsKind kind, @Nullable EventSeries before, EventSeries after) {
        return new News(kind, before, after, person("Анна", ANNA), reader(BORIS, RUSSIAN, MOSCOW), links());
    }

    public static News toGuest(NewsKind kind, @Nullable EventSeries before, EventSeries after) {
        var reader = reader(GUEST, Locale.ENGLISH, ZoneId.of("America/New_York"));
        return new News(kind, before, after, person("Анна", ANNA), reader, links());
    }

    public static News toAnna(EventSeries answer) {
        return new News(
                NewsKind.ANSWER, null, answer, person("Борис", BORIS), reader(ANNA, RUSSIAN, MOSCOW), News.Links.NONE);
    }

    public static News.Person person(String name, CalendarAddress address) {
        return new News.Person(name, address);
    }

    private static News.Reader reader(CalendarAddress address, Locale language, ZoneId zone) {
        return new News.Reader(address, language, zone);
    }

    private static News.Links links() {
        var page = "https://kalends.test/rsvp/token?answer=";
        var answers = new News.Answers(
                URI.create(page + "accepted"), URI.create(page + "tentative"), URI.create(page + "declined"));
        return new News.Links(answers, URI.create("https://kalends.test/e/1"), null);
    }

    private static Attendee attendee(
            CalendarAddress address, String name, ParticipationStatus status, @Nullable String comment) {
        return new Attendee(
                address,
                name,
                Attendee.Kind.INDIVIDUAL,
                Attendee.Role.REQUIRED,
                status,
                comment,
                null,
                ScheduleParameters.NONE);
    }
}
