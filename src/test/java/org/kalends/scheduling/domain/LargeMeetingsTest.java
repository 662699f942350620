package org.kalends.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.kalends.scheduling.domain.Meetings.BORIS;
import static org.kalends.scheduling.domain.Meetings.daily;
import static org.kalends.scheduling.domain.Meetings.instance;
import static org.kalends.scheduling.domain.Meetings.inviting;
import static org.kalends.scheduling.domain.Meetings.titled;

import java.time.Duration;
import java.util.List;
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

    private static final Duration SOON =
            Duration.ofSeconds(5); // 0.1 s where every reader is not compared with every other
    private static final CalendarAddress[] MANY = IntStream.range(0, 4_000)
            .mapToObj(i -> new CalendarAddress("g" + i + "@example.org"))
            .toArray(CalendarAddress[]::new);
    private static final EventSeries ALL = daily(MANY);

    private static List<Decision> decided(EventSeries before, EventSeries after) {
        return assertTimeoutPreemptively(SOON, () -> OrganizerRules.decide(before, after));
    }

    @Test
    void aChangeThatAllSeeIsToldToAllAtOnce() {
        var after = ALL.withMaster(titled(Objects.requireNonNull(ALL.master()), "Retrospective"));
        assertThat(decided(ALL, after)).singleElement().satisfies(decision -> {
            assertThat(decision.method()).isEqualTo(Method.REQUEST);
            assertThat(decision.recipients()).containsExactlyInAnyOrder(MANY);
        });
    }

    @Test
    void whatNobodySeesIsToldToNobody() {
        assertThat(decided(ALL, ALL)).isEmpty();
    }

    @Test
    void amongThousandsTheOneWhoIsTakenOutOfAnInstanceGetsItsCancellationAlone() {
        var others = IntStream.range(1, MANY.length).mapToObj(i -> MANY[i]).toArray(CalendarAddress[]::new);
        var after = Instances.with(ALL, inviting(instance(ALL, 2), others));
        assertThat(decided(ALL, after))
                .extracting(Decision::method, Decision::recipients)
                .containsExactly(tuple(Method.CANCEL, Set.of(MANY[0])), tuple(Method.REQUEST, Set.of(others)));
    }

    @Test
    void whoComesToThousandsIsTheOnlyOneWhoIsToldOfIt() {
        var more = IntStream.rangeClosed(0, MANY.length)
                .mapToObj(i -> i < MANY.length ? MANY[i] : BORIS)
                .toArray(CalendarAddress[]::new);
        assertThat(decided(ALL, daily(more)))
                .anySatisfy(decision -> assertThat(decision.recipients()).contains(BORIS));
    }
}
