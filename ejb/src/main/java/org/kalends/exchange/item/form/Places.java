package org.kalends.exchange.item.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Rules;

/**
 * By which numbers Exchange knows instances of a series: from 1, as the rule counts, whatever was deleted. Those that the
 * rule does not have, or only as later than its first ten thousand, have none.
 */
public final class Places {

    private static final int MOST = 10_000;

    private final EventSeries series;
    private final Map<Instant, Integer> places;

    private Places(EventSeries series, Map<Instant, Integer> places) {
        this.series = series;
        this.places = places;
    }

    /** Of a series with a master; where no instance is other, none is looked for. */
    public static Places of(EventSeries series) {
        var places = new HashMap<Instant, Integer>();
        var recurrence = series.lead().recurrence();
        var last = last(series);
        if (last.isEmpty()) return new Places(series, places);
        var rules = new Recurrence(recurrence.rules(), List.of(), List.of());
        for (var start : Rules.first(series.lead().timing().start(), rules, last.get(), MOST)) {
            places.put(key(start), places.size() + 1);
        }
        return new Places(series, places);
    }

    /** No later instance is asked for, whatever zone it is told in. */
    private static Optional<LocalDateTime> last(EventSeries series) {
        var changed = series.overrides().stream().map(override -> Expander.recurrenceId(series, override));
        return Stream.concat(changed, series.lead().recurrence().excluded().stream())
                .map(EventTime::local)
                .max(Comparator.naturalOrder())
                .map(local -> local.plusDays(2));
    }

    /** Of an instance that the series does not have, or has as another. */
    public Optional<Integer> of(EventTime recurrenceId) {
        return Optional.ofNullable(places.get(key(recurrenceId)));
    }

    /** Of one of the series' instances. */
    public Optional<Integer> of(EventComponent override) {
        return of(Expander.recurrenceId(series, override));
    }

    private static Instant key(EventTime time) {
        return time.instant(ZoneOffset.UTC);
    }
}
