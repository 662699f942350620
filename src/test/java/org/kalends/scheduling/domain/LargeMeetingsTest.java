package org.kalends.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kalends.scheduling.domain.Meetings.BORIS;
import static org.kalends.scheduling.domain.Meetings.daily;
import static org.kalends.scheduling.domain.Meetings.instance;
import static org.kalends.scheduling.domain.Meetings.inviting;
import static org.kalends.scheduling.domain.Meetings.titled;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/** Whoever sees the same is judged once: the decision about thousands must not look at each pair of them. */
class LargeMeetingsTest {

    private static final int THOUSANDS = 4_000;
    private static final CalendarAddress[] MANY = guests(THOUSANDS);
    private static final EventSeries ALL = daily(MANY);

    private static CalendarAddress[] guests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CalendarAddress("g" + i + "@example.org"))
                .toArray(CalendarAddress[]::new);
    }

    private static EventSeries retitled(EventSeries series) {
        return series.withMaster(titled(Objects.requireNonNull(series.master()), "Retrospective"));
    }

    private static EventSeries withoutTheFirst(EventSeries series, CalendarAddress[] all) {
        var others = IntStream.range(1, all.length).mapToObj(i -> all[i]).toArray(CalendarAddress[]::new);
        return Instances.with(series, inviting(instance(series, 2), others));
    }

    /** What the decision allocates: proportional to the comparisons it makes, and the same on a busy machine. */
    private static long work(EventSeries before, EventSeries after) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadAllocatedBytes();
        OrganizerRules.decide(before, after);
        return threads.getCurrentThreadAllocatedBytes() - begun;
    }

    /** Twice as many are twice the work; each compared with every other would be four times as much. */
    @Test
    void theWorkGrowsAsTheMeetingDoes() {
        var half = guests(THOUSANDS / 2);
        var some = daily(half);
        work(some, retitled(some)); // classes are loaded
        assertThat(work(ALL, retitled(ALL))).isLessThan(3 * work(some, retitled(some)));
        assertThat(work(ALL, withoutTheFirst(ALL, MANY))).isLessThan(3 * work(some, withoutTheFirst(some, half)));
    }

    @Test
    void aChangeThatAllSeeIsToldToAllAtOnce() {
        assertThat(OrganizerRules.decide(ALL, retitled(ALL))).singleElement().satisfies(decision -> {
            assertThat(decision.method()).isEqualTo(Method.REQUEST);
            assertThat(decision.recipients()).containsExactlyInAnyOrder(MANY);
        });
    }

    @Test
    void whatNobodySeesIsToldToNobody() {
        assertThat(OrganizerRules.decide(ALL, ALL)).isEmpty();
    }

    @Test
    void amongThousandsTheOneWhoIsTakenOutOfAnInstanceGetsItsCancellationAlone() {
        var others = IntStream.range(1, MANY.length).mapToObj(i -> MANY[i]).toArray(CalendarAddress[]::new);
        assertThat(OrganizerRules.decide(ALL, withoutTheFirst(ALL, MANY)))
                .extracting(Decision::method, Decision::recipients)
                .containsExactly(tuple(Method.CANCEL, Set.of(MANY[0])), tuple(Method.REQUEST, Set.of(others)));
    }

    @Test
    void whoComesToThousandsIsTheOnlyOneWhoIsToldOfIt() {
        var more = IntStream.rangeClosed(0, MANY.length)
                .mapToObj(i -> i < MANY.length ? MANY[i] : BORIS)
                .toArray(CalendarAddress[]::new);
        assertThat(OrganizerRules.decide(ALL, daily(more)))
                .anySatisfy(decision -> assertThat(decision.recipients()).contains(BORIS));
    }
}
