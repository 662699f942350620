package org.kalends.scheduling.domain;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/**
 * What a client may make of a scheduling object, whole texts compared.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2">RFC 6638, 3.2.1 and 3.2.2</a>
 */
public final class ObjectChangeRules {

    /** The CALDAV precondition that a change breaks. */
    public enum Violation {
        SAME_ORGANIZER_IN_ALL_COMPONENTS,
        VALID_ORGANIZER,
        ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE,
        ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE;

        /** The name of its element. */
        public String element() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final EventSeries before;
    private final EventSeries after;
    private final Set<CalendarAddress> self;

    private ObjectChangeRules(EventSeries before, EventSeries after, Set<CalendarAddress> self) {
        this.before = before;
        this.after = after;
        this.self = self;
    }

    /**
     * @param before null for a new object
     * @param self all addresses of the owner of the home
     */
    public static Optional<Violation> check(
            @Nullable EventSeries before, EventSeries after, Set<CalendarAddress> self) {
        var organizers = after.stream()
                .map(EventComponent::organizer)
                .map(ObjectChangeRules::who)
                .distinct()
                .count();
        if (organizers > 1) return Optional.of(Violation.SAME_ORGANIZER_IN_ALL_COMPONENTS);
        if (before == null) return created(after, self);
        var organizer = before.lead().organizer();
        if (organizer == null) return created(after, self);
        var rules = new ObjectChangeRules(before, after, self);
        if (self.contains(organizer.address())) return rules.byOrganizer(organizer);
        return rules.byAttendee() ? Optional.empty() : Optional.of(Violation.ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE);
    }

    private static Optional<Violation> created(EventSeries after, Set<CalendarAddress> self) {
        var organizer = after.lead().organizer();
        boolean mine = organizer == null
                || self.contains(organizer.address())
                || after.stream().anyMatch(c -> Views.lists(c, self));
        return mine ? Optional.empty() : Optional.of(Violation.VALID_ORGANIZER);
    }

    /** Who calls together stays; only an event that invites nobody any more may lose him. */
    private Optional<Violation> byOrganizer(Organizer organizer) {
        var now = after.lead().organizer();
        boolean allowed = now == null
                ? after.stream().allMatch(c -> c.attendees().isEmpty())
                : now.address().equals(organizer.address());
        return allowed ? Optional.empty() : Optional.of(Violation.ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE);
    }

    private boolean byAttendee() {
        var old = before.master();
        var master = after.master();
        if ((old == null) != (master == null)) return false;
        if (old != null && master != null) {
            boolean sameRule = old.recurrence()
                    .withExcluded(List.of())
                    .equals(master.recurrence().withExcluded(List.of()));
            boolean onlyMore = new HashSet<>(master.recurrence().excluded())
                    .containsAll(old.recurrence().excluded());
            if (!sameRule || !onlyMore || !same(old, master)) return false;
        }
        return after.overrides().stream().allMatch(this::knownInstance);
    }

    private boolean knownInstance(EventComponent override) {
        var id = override.recurrenceId();
        return id != null
                && Instances.find(before, id.instant(ZoneOffset.UTC))
                        .map(Instances::override)
                        .filter(old -> same(old, override))
                        .isPresent();
    }

    private boolean same(EventComponent old, EventComponent now) {
        return shared(old).equals(shared(withWordsOf(old, now))) && sameGuests(old, now);
    }

    /** Some clients leave out what they do not show. */
    private static EventComponent withWordsOf(EventComponent old, EventComponent now) {
        var words = now.details();
        var known = old.details();
        return now.withDetails(new Details(
                words.title().isBlank() ? known.title() : words.title(),
                words.description().isBlank() ? known.description() : words.description(),
                words.location().isBlank() ? known.location() : words.location(),
                words.conference(),
                words.files()));
    }

    /** Others as they were, whatever answers of theirs the client knew of; who delegates adds one. */
    private boolean sameGuests(EventComponent old, EventComponent now) {
        var added = others(now);
        added.removeAll(others(old));
        var missing = others(old);
        missing.removeAll(others(now));
        boolean delegates = now.attendees().stream()
                .anyMatch(a -> self.contains(a.address()) && a.status() == ParticipationStatus.DELEGATED);
        return missing.isEmpty()
                && Delegation.allowed(old, now, self)
                && added.size() <= (delegates ? 1 : 0)
                && Views.lists(now, self) == Views.lists(old, self);
    }

    private Set<CalendarAddress> others(EventComponent component) {
        return component.attendees().stream()
                .map(Attendee::address)
                .filter(address -> !self.contains(address))
                .collect(Collectors.toSet());
    }

    /** What is not the attendee's own to change. */
    private record Shared(
            String organizer, Timing timing, String title, String description, String location, Labels.Status status) {}

    private static Shared shared(EventComponent component) {
        Details details = component.details();
        return new Shared(
                who(component.organizer()),
                component.timing(),
                words(details.title()),
                words(details.description()),
                words(details.location()),
                component.labels().status());
    }

    private static String who(@Nullable Organizer organizer) {
        return organizer == null ? "" : organizer.address().value();
    }

    /** White space is often changed by clients that only store. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
