package org.kalends.freebusy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.kalends.event.FarBusyTimes;
import org.kalends.freebusy.BusyTime.Type;
import org.kalends.freebusy.domain.Presence;
import org.kalends.freebusy.store.BusyStore.Row;
import org.kalends.time.Interval;

/**
 * What makes somebody busy: instances, near and far, and what is said of when he is there.
 *
 * @param rows found in a range widened by {@link #widened}
 * @param zone in which days and floating times are read
 */
record BusySpans(Collection<Row> rows, Presence presence, ZoneId zone) {

    /** No zone is further from UTC. */
    private static final Duration FLOATING_MARGIN = Duration.ofHours(14);

    /** Where days and floating times are found too, wherever they are read. */
    static Interval widened(Interval range) {
        return new Interval(range.start().minus(FLOATING_MARGIN), range.end().plus(FLOATING_MARGIN));
    }

    static Stream<Row> rows(Stream<FarBusyTimes.Busy> far) {
        return far.map(busy -> new Row(busy.home(), busy.period(), busy.floating(), busy.freeBusy()));
    }

    /** Neither merged nor cut to the range; to be added to. */
    List<Interval> of(Type type) {
        var spans = new ArrayList<Interval>();
        for (var row : rows) {
            if (type(row.freeBusy()) == type) spans.add(row.floating() ? local(row.period()) : row.period());
        }
        presence.away().forEach((said, away) -> {
            if (Type.of(said) == type) spans.addAll(away);
        });
        return spans;
    }

    private static Type type(int freeBusy) {
        return switch (freeBusy) {
            case 2 -> Type.TENTATIVE;
            case 3 -> Type.OUT_OF_OFFICE;
            default -> Type.BUSY;
        };
    }

    private Interval local(Interval asIfUtc) {
        return new Interval(
                LocalDateTime.ofInstant(asIfUtc.start(), ZoneOffset.UTC)
                        .atZone(zone)
                        .toInstant(),
                LocalDateTime.ofInstant(asIfUtc.end(), ZoneOffset.UTC)
                        .atZone(zone)
                        .toInstant());
    }
}
