package org.kalends.freebusy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kalends.time.Interval;

class SlotSearchTest {

    private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");
    private static final Interval DAY = new Interval(NINE, NINE.plus(Duration.ofHours(9)));

    private static Interval minutes(int from, int length) {
        return new Interval(NINE.plus(Duration.ofMinutes(from)), NINE.plus(Duration.ofMinutes(from + length)));
    }

    @Test
    void theEarliestTimeThatSuitsEverybodyComesFirst() {
        var search = new SlotSearch(List.of(DAY), List.of(List.of(minutes(0, 60))), List.of(List.of(minutes(60, 30))));
        var best = search.best(Duration.ofMinutes(30), 2);
        assertThat(best).extracting(SlotSearch.Slot::interval).containsExactly(minutes(90, 30), minutes(120, 30));
        assertThat(best).allSatisfy(slot -> assertThat(slot.missing()).isZero());
    }

    @Test
    void whereNothingIsFreeNothingIsOffered() {
        assertThat(new SlotSearch(List.of(DAY), List.of(List.of(DAY)), List.of()).best(Duration.ofMinutes(15), 5))
                .isEmpty();
    }

    @Property(tries = 300)
    void whatIsOfferedLiesWithinTheAllowedTimesAndOverNobodysBusyTime(
            @ForAll @Size(max = 8) List<@IntRange(max = 500) Integer> starts,
            @ForAll @IntRange(min = 1, max = 90) int busyFor,
            @ForAll @IntRange(min = 5, max = 180) int length) {
        var busy = new ArrayList<Interval>();
        starts.forEach(start -> busy.add(minutes(start, busyFor)));
        var merged = Intervals.merged(busy);
        var offered = new SlotSearch(List.of(DAY), List.of(merged), List.of()).best(Duration.ofMinutes(length), 5);
        assertThat(offered).allSatisfy(slot -> {
            assertThat(slot.interval().start()).isAfterOrEqualTo(DAY.start());
            assertThat(slot.interval().end()).isBeforeOrEqualTo(DAY.end());
            assertThat(busy).noneMatch(slot.interval()::overlaps);
        });
    }
}
