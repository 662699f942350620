package org.kalends.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kalends.outbox.jms.Broker;
import org.kalends.outbox.store.ClaimedMessage;
import org.kalends.outbox.store.OutboxStore;
import org.kalends.support.TestDatabase;

class OutboxPublisherIT {

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final OutboxStore rows = new OutboxStore(jdbi);
    private final UUID home = UUID.randomUUID();
    private final Faltering broker = new Faltering();

    record Body(int number) {}

    @Test
    void sendsLotAfterLotUntilNothingIsDue() {
        fill(450);
        publisher().publishDue();

        assertThat(broker.taken).hasSize(450);
        assertThat(rows.status().depth()).isZero();
    }

    @Test
    void whatTheBrokerDidNotTakeWaitsAndLeavesLater() {
        fill(5);
        broker.takesStill = 2;
        publisher().publishDue();
        assertThat(rows.status().depth()).isEqualTo(3);

        broker.takesStill = Integer.MAX_VALUE;
        publisher().publishDue();
        assertThat(broker.taken).hasSize(2);

        jdbi.useHandle(handle -> handle.execute("update outbox set retry_at = now() where state = 0"));
        publisher().publishDue();
        assertThat(broker.taken).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void theBackOffGrowsToAFewSeconds() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(attempts -> OutboxPublisher.backOff(tried(attempts))))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
        assertThat(OutboxPublisher.backOff(tried(100_000))).isEqualTo(Duration.ofSeconds(15));
    }

    private OutboxPublisher publisher() {
        var publisher = new OutboxPublisher();
        publisher.rows = rows;
        publisher.broker = broker;
        return publisher;
    }

    private void fill(int count) {
        var due = Instant.parse("2026-01-01T00:00:00Z");
        rows.insert(IntStream.range(0, count)
                .mapToObj(i -> new OutboxMessage(home, Queue.MAIL, "key " + i, new Body(i), due))
                .toList());
    }

    private ClaimedMessage tried(int attempts) {
        return new ClaimedMessage(home, UUID.randomUUID(), Queue.MAIL, "key", null, "{}", attempts);
    }

    /** Takes some, then fails. */
    private static final class Faltering extends Broker {

        private final List<String> taken = new ArrayList<>();
        private int takesStill = Integer.MAX_VALUE;

        @Override
        public List<ClaimedMessage> send(Collection<ClaimedMessage> lot) {
            var now = lot.stream().limit(takesStill).toList();
            now.forEach(message -> taken.add(message.dedupKey()));
            takesStill -= now.size();
            return now;
        }
    }
}
