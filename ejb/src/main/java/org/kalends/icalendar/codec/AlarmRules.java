package org.kalends.icalendar.codec;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.AlarmRule;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Trigger;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;

/** Every VALARM of an object that tells somebody something, by the component that it stands in. */
public final class AlarmRules {

    /** Of the component that is about no single instance. */
    private static final Instant MASTER = Instant.MIN;

    /** A program may ask for any number; nobody wants to hear more. */
    private static final int MOST_REPEATS = 20;

    /** Until when its user has dealt with all alarms of an event; it says so in no VALARM. */
    private static final String LAST_OF_THUNDERBIRD = "X-MOZ-LASTACK";

    private static final String ALARM = "BEGIN:VALARM";

    private final Map<Instant, List<AlarmRule>> rules;

    private AlarmRules(Map<Instant, List<AlarmRule>> rules) {
        this.rules = rules;
    }

    /**
     * Those of a stored text; one that makes no sense is passed over.
     *
     * @throws org.kalends.icalendar.InvalidCalendarData if the text is no calendar
     */
    public static AlarmRules of(String text) {
        var calendar = ContentReader.calendar(text);
        var zones = ObjectZones.of(calendar);
        return new AlarmRules(calendar.blocks("VEVENT")
                .collect(toUnmodifiableMap(
                        event -> zones.instance(event).orElse(MASTER), AlarmRules::rules, (first, second) -> first)));
    }

    /** Whether a text may have any, without a look at what it means. */
    public static boolean mayBeIn(String text) {
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (text.regionMatches(true, end + 1, ALARM, 0, ALARM.length())) return true;
        }
        return false;
    }

    public boolean none() {
        return rules.values().stream().allMatch(List::isEmpty);
    }

    /** All there are, of whatever component. */
    public List<AlarmRule> all() {
        return rules.values().stream().flatMap(List::stream).toList();
    }

    /** @param recurrenceId of the component; null for the master */
    public List<AlarmRule> of(@Nullable EventTime recurrenceId) {
        return rules.getOrDefault(recurrenceId == null ? MASTER : recurrenceId.instant(ZoneOffset.UTC), List.of());
    }

    private static List<AlarmRule> rules(Block event) {
        var settled = event.line(LAST_OF_THUNDERBIRD).flatMap(AlarmRules::sensible);
        return event.blocks("VALARM")
                .flatMap(alarm -> rule(alarm).stream())
                .map(rule -> settled.map(rule::settledUntil).orElse(rule))
                .toList();
    }

    static Optional<AlarmRule> rule(Block alarm) {
        var channel = AlarmReader.channel(alarm);
        if (channel.isEmpty()) return Optional.empty();
        try {
            return alarm.line("TRIGGER")
                    .map(AlarmRules::trigger)
                    .map(first -> new AlarmRule(repeated(alarm, first), channel.get(), acknowledged(alarm)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException senseless) {
            return Optional.empty();
        }
    }

    private static Trigger trigger(ContentLine line) {
        if (line.paramValue("VALUE").equalsIgnoreCase("DATE-TIME")) return new Trigger.At(moment(line));
        var offset = Times.duration(line.value());
        return line.paramValue("RELATED").equalsIgnoreCase("END")
                ? new Trigger.FromEnd(offset)
                : new Trigger.FromStart(offset);
    }

    private static List<Trigger> repeated(Block alarm, Trigger first) {
        var repeat = alarm.line("REPEAT");
        var every = alarm.line("DURATION").map(line -> Times.duration(line.value()));
        if (repeat.isEmpty() || every.isEmpty()) return List.of(first);
        int times = Math.min(MOST_REPEATS, Integer.parseInt(repeat.get().value().strip()));
        Duration between = every.get();
        return IntStream.rangeClosed(0, Math.max(0, times))
                .mapToObj(time -> first.plus(between.multipliedBy(time)))
                .distinct()
                .toList();
    }

    private static @Nullable Instant acknowledged(Block alarm) {
        return alarm.line("ACKNOWLEDGED").map(AlarmRules::moment).orElse(null);
    }

    private static Optional<Instant> sensible(ContentLine line) {
        try {
            return Optional.of(moment(line));
        } catch (DateTimeException senseless) {
            return Optional.empty();
        }
    }

    /** In UTC, as all these properties are. */
    private static Instant moment(ContentLine line) {
        return Times.parse(line.value()).instant(ZoneOffset.UTC);
    }
}
