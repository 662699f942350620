package org.kalends.web.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.codec.Recurrences;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;

/** A request's event as a component; everything wrong is said at once, field by field. */
final class EventReader {

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ATTENDEES = 2_000;
    private static final int MOST_REMINDERS = 20;
    private static final int MOST_CATEGORIES = 50;
    private static final Duration LONGEST_REMINDER = Duration.ofDays(366);

    private static final int LONGEST_CATEGORY = 200;
    private static final Map<String, Status> STATUSES =
            Map.of("confirmed", Status.CONFIRMED, "tentative", Status.TENTATIVE, "cancelled", Status.CANCELLED);
    private static final Map<String, Classification> VISIBILITIES = Map.of(
            "default", Classification.PUBLIC,
            "public", Classification.PUBLIC,
            "private", Classification.PRIVATE,
            "confidential", Classification.CONFIDENTIAL);
    private static final Map<String, Transparency> TRANSPARENCIES = Map.of(
            "busy", Transparency.OPAQUE,
            "free", Transparency.TRANSPARENT,
            "out-of-office", Transparency.OUT_OF_OFFICE);
    private static final Map<String, Alarm.Channel> CHANNELS =
            Map.of("mail", Alarm.Channel.MAIL, "messenger", Alarm.Channel.MESSENGER, "browser", Alarm.Channel.BROWSER);

    private final EventInput input;
    private final List<FieldError> errors = new ArrayList<>();

    private EventReader(EventInput input) {
        this.input = input;
    }

    /** A new event. */
    static EventComponent read(EventInput input, Instant now) {
        return new EventReader(input).component(null, Revision.first(now));
    }

    /** The next state of an event; answers and what the request cannot say stay. */
    static EventComponent read(EventInput input, EventComponent before) {
        return new EventReader(input).component(before, before.revision());
    }

    private EventComponent component(@Nullable EventComponent before, Revision revision) {
        var timing = timing();
        var component = new EventComponent(
                before == null ? null : before.recurrenceId(),
                timing,
                recurrence(before == null ? Recurrence.NONE : before.recurrence(), timing),
                new Details(
                        text("title", input.title(), LONGEST_TITLE),
                        text("description", input.description(), LONGEST_TEXT),
                        text("location", input.location(), LONGEST_TITLE),
                        input.conference() == null ? null : text("conference", input.conference(), LONGEST_TITLE),
                        before == null ? List.of() : before.details().files()),
                labels(),
                before == null ? null : before.organizer(),
                attendees(before == null ? List.of() : before.attendees()),
                alarms(),
                revision);
        if (!errors.isEmpty()) throw CalendarException.invalid(errors);
        return component;
    }

    private Timing timing() {
        var start = input.start();
        var end = input.end();
        if (start == null) errors.add(new FieldError("start", "must be given"));
        if (end == null) errors.add(new FieldError("end", "must be given"));
        if (start == null || end == null) throw CalendarException.invalid(errors);
        var from = start.read("start");
        var to = end.read("end");
        if (from.allDay() && to.equals(from)) {
            throw CalendarException.invalid("end", "must lie after start: the end of an all-day event is exclusive");
        }
        try {
            return new Timing(from, to);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid("end", String.valueOf(e.getMessage()));
        }
    }

    private Recurrence recurrence(Recurrence before, Timing timing) {
        var lines = input.recurrence();
        if (lines == null || lines.isEmpty()) return Recurrence.NONE;
        if (lines.stream().anyMatch(Objects::isNull)) throw CalendarException.invalid("recurrence", "holds a null");
        return Recurrences.changed(before, lines, timing.start());
    }

    private Labels labels() {
        var color = input.color();
        if (color != null && !color.matches("#[0-9a-fA-F]{6}|[a-zA-Z]{3,20}")) {
            errors.add(new FieldError("color", "must be #rrggbb or a CSS colour name"));
        }
        return new Labels(
                token("status", input.status(), STATUSES, Status.CONFIRMED),
                token("visibility", input.visibility(), VISIBILITIES, Classification.PUBLIC),
                token("transparency", input.transparency(), TRANSPARENCIES, Transparency.OPAQUE),
                categories(),
                color);
    }

    private List<String> categories() {
        var categories = input.categories();
        if (categories == null) return List.of();
        if (categories.size() > MOST_CATEGORIES
                || categories.stream().anyMatch(c -> c == null || c.length() > LONGEST_CATEGORY)) {
            errors.add(new FieldError("categories", "must be at most " + MOST_CATEGORIES + " short words"));
            return List.of();
        }
        return categories.stream().filter(category -> !category.isBlank()).toList();
    }

    private List<Attendee> attendees(List<Attendee> before) {
        var wanted = input.attendees();
        if (wanted == null) return List.of();
        if (wanted.size() > MOST_ATTENDEES) {
            throw CalendarException.invalid("attendees", "must be at most " + MOST_ATTENDEES);
        }
        Map<CalendarAddress, Attendee> known = new LinkedHashMap<>();
        before.forEach(attendee -> known.put(attendee.address(), attendee));
        var attendees = new ArrayList<Attendee>();
        for (int i = 0; i < wanted.size(); i++) {
            var attendee = attendee(i, wanted.get(i), known);
            if (attendee != null) attendees.add(attendee);
        }
        return attendees;
    }

    private @Nullable Attendee attendee(
            int index, EventInput.@Nullable AttendeeInput input, Map<CalendarAddress, Attendee> known) {
        var text = input == null ? null : input.address();
        if (input == null || text == null) {
            errors.add(new FieldError("attendees[" + index + "].address", "must be given"));
            return null;
        }
        try {
            var address = new CalendarAddress(text);
            var role = Boolean.TRUE.equals(input.optional()) ? Attendee.Role.OPTIONAL : Attendee.Role.REQUIRED;
            var old = known.get(address);
            if (old == null) {
                return new Attendee(
                        address,
                        "",
                        Attendee.Kind.INDIVIDUAL,
                        role,
                        ParticipationStatus.NEEDS_ACTION,
                        null,
                        null,
                        ScheduleParameters.NONE);
            }
            return new Attendee(
                    address, old.name(), old.kind(), role, old.status(), old.comment(), old.proposed(), old.schedule());
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("attendees[" + index + "].address", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private List<Alarm> alarms() {
        var reminders = input.reminders();
        if (reminders == null) return List.of();
        if (reminders.size() > MOST_REMINDERS) {
            throw CalendarException.invalid("reminders", "must be at most " + MOST_REMINDERS);
        }
        var alarms = new ArrayList<Alarm>();
        for (int i = 0; i < reminders.size(); i++) {
            var reminder = reminders.get(i);
            if (reminder == null
                    || reminder.before() == null
                    || reminder.before().abs().compareTo(LONGEST_REMINDER) > 0) {
                errors.add(new FieldError("reminders[" + i + "].before", "must be a duration of at most a year"));
                continue;
            }
            var channel = token("reminders[" + i + "].channel", reminder.channel(), CHANNELS, Alarm.Channel.BROWSER);
            alarms.add(new Alarm(reminder.before(), channel));
        }
        return alarms;
    }

    private String text(String field, @Nullable String value, int longest) {
        if (value == null) return "";
        if (value.length() > longest) {
            errors.add(new FieldError(field, "must have at most " + longest + " characters"));
        }
        return value;
    }

    private <T> T token(String field, @Nullable String value, Map<String, T> tokens, T otherwise) {
        if (value == null) return otherwise;
        var found = tokens.get(value.toLowerCase(Locale.ROOT));
        if (found != null) return found;
        errors.add(new FieldError(
                field,
                "must be one of "
                        + String.join(", ", tokens.keySet().stream().sorted().toList())));
        return otherwise;
    }
}
