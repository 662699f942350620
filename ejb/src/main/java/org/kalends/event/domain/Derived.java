package org.kalends.event.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/**
 * Everything that columns know of an object, computed from its text on write; {@code rebuild} computes it again.
 *
 * @param start of the first instance
 * @param end of the last instance; null for endless series
 * @param expanded what part of a longer series is in {@code occurrences}; null when all of it is
 */
public record Derived(
        Role role,
        String organizer,
        int sequence,
        Instant start,
        @Nullable Instant end,
        @Nullable Interval expanded,
        List<Occurrence> occurrences,
        List<Brief> briefs,
        String search) {

    /** Who the owner of the home is to the event (RFC 6638, 3.1). */
    public enum Role {
        NONE(0),
        ORGANIZER(1),
        ATTENDEE(2);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        /** As the column {@code sched_role} has it. */
        public int code() {
            return code;
        }
    }

    /** @param freeBusy 0 free, 1 busy, 2 tentative, 3 unavailable */
    public record Occurrence(Instant rid, Interval period, boolean floating, int freeBusy, boolean overridden) {}

    public static Derived from(EventSeries series, Set<CalendarAddress> owner, Horizon horizon) {
        var span = SeriesSpan.of(series);
        var window = horizon.windowFor(span);
        var lead = series.lead();
        return new Derived(
                roleOf(lead, owner),
                lead.organizer() == null ? "" : lead.organizer().address().value(),
                lead.revision().sequence(),
                span.start(),
                span.end(),
                horizon.covers(span) ? null : window,
                occurrences(series, owner, window),
                Brief.of(series, owner),
                searchText(series));
    }

    /** The instances of a range that the owner's columns would tell of. */
    public static List<Occurrence> occurrences(EventSeries series, Set<CalendarAddress> owner, Interval range) {
        return Expander.expand(series, range, ZoneOffset.UTC).stream()
                .map(i -> occurrence(i, owner))
                .toList();
    }

    private static Occurrence occurrence(Instance instance, Set<CalendarAddress> owner) {
        return new Occurrence(
                Moments.key(instance.recurrenceId()),
                Moments.period(instance.timing()),
                Moments.floating(instance.timing().start()),
                freeBusy(instance.component(), owner),
                instance.overridden());
    }

    private static Role roleOf(EventComponent lead, Set<CalendarAddress> owner) {
        var organizer = lead.organizer();
        if (organizer == null) return Role.NONE;
        if (owner.contains(organizer.address())) return Role.ORGANIZER;
        return lead.attendees().stream().anyMatch(a -> owner.contains(a.address())) ? Role.ATTENDEE : Role.NONE;
    }

    private static int freeBusy(EventComponent component, Set<CalendarAddress> owner) {
        var labels = component.labels();
        if (labels.status() == Status.CANCELLED || labels.transparency() == Transparency.TRANSPARENT) return 0;
        var mine = component.attendees().stream()
                .filter(a -> owner.contains(a.address()))
                .map(a -> a.status())
                .findFirst();
        if (mine.filter(ParticipationStatus.DECLINED::equals).isPresent()) return 0;
        boolean open = mine.filter(s -> s == ParticipationStatus.TENTATIVE || s == ParticipationStatus.NEEDS_ACTION)
                .isPresent();
        if (open || labels.status() == Status.TENTATIVE) return 2;
        return labels.transparency() == Transparency.OUT_OF_OFFICE ? 3 : 1;
    }

    private static String searchText(EventSeries series) {
        return series.stream()
                .flatMap(c -> Stream.concat(
                        Stream.of(
                                c.details().title(),
                                c.details().location(),
                                c.details().description()),
                        c.attendees().stream()
                                .flatMap(a -> Stream.of(a.name(), a.address().value()))))
                .filter(text -> !text.isBlank())
                .distinct()
                .map(text -> text.length() > MOST_SEARCHED ? text.substring(0, MOST_SEARCHED) : text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /** Whether who may not see private events sees no more of it than when it is. */
    public boolean classified() {
        return briefs.stream().anyMatch(brief -> brief.labels().classification() != Classification.PUBLIC);
    }

    private static final int MOST_SEARCHED = 10_000;
}
