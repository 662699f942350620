package org.kalends.event.resource.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.time.Interval;

/**
 * When an alarm rings, repetitions included.
 *
 * @param offset from the start or the end of an instance
 * @param absolute null for one that goes with its instances
 */
record AlarmTimes(Duration offset, Edge edge, @Nullable Instant absolute, int repeats, Duration pause) {

    private static final int MOST_REPEATS = 1_000;

    /** RELATED. */
    enum Edge {
        START,
        END
    }

    static AlarmTimes of(Block alarm) {
        int repeats = alarm.line("REPEAT").map(AlarmTimes::number).orElse(0);
        var pause = alarm.line("DURATION").map(AlarmTimes::duration).orElse(Duration.ZERO);
        var trigger = alarm.line("TRIGGER");
        if (trigger.isEmpty()) return new AlarmTimes(Duration.ZERO, Edge.START, Instant.MAX, 0, Duration.ZERO);
        var edge = trigger.get().paramValue("RELATED").equalsIgnoreCase("END") ? Edge.END : Edge.START;
        try {
            return new AlarmTimes(Times.duration(trigger.get().value()), edge, null, repeats, pause);
        } catch (DateTimeException noDuration) {
            return new AlarmTimes(Duration.ZERO, edge, moment(trigger.get()), repeats, pause);
        }
    }

    private static Instant moment(ContentLine trigger) {
        try {
            return Times.parse(trigger.value()).instant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    private static int number(ContentLine line) {
        var text = line.value().strip();
        return text.matches("\\d{1,6}") ? Math.min(MOST_REPEATS, Integer.parseInt(text)) : 0;
    }

    private static Duration duration(ContentLine line) {
        try {
            return Times.duration(line.value());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    Instant from(Interval instance) {
        return (edge == Edge.START ? instance.start() : instance.end()).plus(offset);
    }

    boolean rings(Stream<Instant> first, Interval range) {
        return first.anyMatch(moment -> Stream.iterate(0, i -> i + 1)
                .limit(1L + repeats)
                .anyMatch(i -> !moment.equals(Instant.MAX) && range.contains(moment.plus(pause.multipliedBy(i)))));
    }
}
