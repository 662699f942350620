package org.kalends.subscription.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.calendar.SubscriptionChange;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.subscription.FeedProblem;
import org.kalends.subscription.Subscription;
import org.kalends.subscription.domain.Validators;
import org.kalends.subscription.store.SubscriptionStore.Known;
import org.kalends.support.TestDatabase;

class SubscriptionStoreIT {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration LONGER_THAN_A_LOOK = Duration.ofMinutes(11);

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final SubscriptionStore store = new SubscriptionStore();
    private final UUID home = UUID.randomUUID();

    @BeforeEach
    void join() {
        store.jdbi = jdbi;
    }

    private UUID followed() {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                "insert into calendar (home_id, cal_id, uri, name, color, zone) values (?, ?, ?, 'a', '#000000', 'UTC')",
                home,
                id,
                id.toString()));
        store.add(home, id, SubscriptionChange.NONE.from("https://example.org/a.ics"), NOW);
        return id;
    }

    @Test
    void nodesThatCompeteNeverLookAtTheSameFeed() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 40; i++) followed();
        Callable<List<UUID>> node = () -> {
            var mine = new ArrayList<UUID>();
            for (var due = store.claim(NOW); due.isPresent(); due = store.claim(NOW)) {
                mine.add(due.get().subscription().calendar());
            }
            return mine;
        };
        var threads = Executors.newFixedThreadPool(4);
        try {
            var seen = new ArrayList<UUID>();
            for (Future<List<UUID>> one : threads.invokeAll(List.of(node, node, node, node))) seen.addAll(one.get());
            assertThat(seen).hasSize(40).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLookThatNobodyEndedIsTakenOver() {
        followed();
        assertThat(store.claim(NOW)).isPresent();
        assertThat(store.claim(NOW.plusSeconds(60))).isEmpty();
        assertThat(store.claim(NOW.plus(LONGER_THAN_A_LOOK))).isPresent();
    }

    @Test
    void whatIsKnownOfAFeedIsKeptUntilItsSourceChanges() {
        var id = followed();
        var first = store.claim(NOW).orElseThrow();
        var known = new Known(new Validators("\"one\"", null), new byte[] {1, 2}, Duration.ofHours(6));
        store.looked(first, known, NOW, NOW.plusSeconds(60));
        var again = store.claim(NOW.plusSeconds(61)).orElseThrow();
        assertThat(again.known().validators()).isEqualTo(known.validators());
        assertThat(again.known().digest()).containsExactly(1, 2);
        assertThat(again.known().told()).isEqualTo(Duration.ofHours(6));
        store.change(home, id, SubscriptionChange.NONE.from("https://example.org/b.ics"), NOW);
        store.looked(again, known, NOW, NOW.plusSeconds(60)); // of the source before
        var other = store.claim(NOW).orElseThrow();
        assertThat(other.subscription().source()).hasToString("https://example.org/b.ics");
        assertThat(other.known().digest()).isNull();
        assertThat(other.known().validators().etag()).isNull();
    }

    @Test
    void whatIsChangedDuringALookIsDoneByTheNext() {
        var id = followed();
        var first = store.claim(NOW).orElseThrow();
        store.change(home, id, SubscriptionChange.NONE.leaving(Strip.TODOS), NOW);
        assertThat(store.claim(NOW)).as("nobody looks beside another").isEmpty();
        store.looked(first, new Known(new Validators("\"one\"", null), new byte[] {1}, null), NOW, NOW.plusSeconds(60));
        var second = store.claim(NOW).orElseThrow();
        assertThat(second.known().digest()).as("read anew").isNull();
        assertThat(second.subscription().strips()).containsExactly(Strip.TODOS);
        store.change(home, id, SubscriptionChange.NONE.keeping(Strip.TODOS), NOW);
        store.failed(second, FeedProblem.REFUSED, NOW.plusSeconds(60));
        assertThat(store.claim(NOW).orElseThrow().failures()).isZero();
    }

    @Test
    void aLookThatWasTakenOverDoesNotEndTheOther() {
        followed();
        var slow = store.claim(NOW).orElseThrow();
        var later = NOW.plus(LONGER_THAN_A_LOOK);
        assertThat(store.claim(later)).isPresent();
        store.failed(slow, FeedProblem.REFUSED, later);
        assertThat(store.claim(later)).isEmpty();
    }

    @Test
    void failuresAreCountedUntilALookGoesWell() {
        followed();
        var first = store.claim(NOW).orElseThrow();
        store.failed(first, FeedProblem.REFUSED, NOW);
        var second = store.claim(NOW).orElseThrow();
        assertThat(second.failures()).isEqualTo(1);
        assertThat(second.subscription().problem()).isEqualTo(FeedProblem.REFUSED);
        store.looked(second, second.known(), NOW, NOW);
        assertThat(store.claim(NOW).orElseThrow().failures()).isZero();
    }

    @Test
    void whoPressesTwiceDoesNotAskTwiceAtOnce() {
        var id = followed();
        store.looked(store.claim(NOW).orElseThrow(), unknown(), NOW, NOW.plusSeconds(3_600));
        store.hasten(home, id, NOW.plusSeconds(1));
        assertThat(store.claim(NOW.plusSeconds(1))).isEmpty();
        assertThat(store.claim(NOW.plusSeconds(10))).isPresent();
    }

    @Test
    void stripsAreAddedAndTakenBack() {
        var id = followed();
        store.change(home, id, SubscriptionChange.NONE.leaving(Strip.TODOS).leaving(Strip.ALARMS), NOW);
        assertThat(strips()).containsExactlyInAnyOrder(Strip.TODOS, Strip.ALARMS);
        store.change(home, id, SubscriptionChange.NONE.keeping(Strip.TODOS).each(Duration.ofDays(999_999)), NOW);
        assertThat(strips()).containsExactly(Strip.ALARMS);
    }

    @Test
    void aCalendarThatIsGoneIsForgotten() {
        followed();
        jdbi.useHandle(handle -> handle.execute("update calendar set deleted_at = now()"));
        assertThat(store.claim(NOW)).isEmpty();
        store.forget();
        assertThat(store.of(home)).isEmpty();
    }

    private static Known unknown() {
        return new Known(new Validators(null, null), null, null);
    }

    private Set<Strip> strips() {
        return store.of(home).stream().map(Subscription::strips).findFirst().orElseThrow();
    }
}
