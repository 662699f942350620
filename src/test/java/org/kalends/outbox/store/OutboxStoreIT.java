package org.kalends.outbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.outbox.WaitingMessage;
import org.kalends.support.TestDatabase;

class OutboxStoreIT {

    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2126-01-01T00:00:00Z");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final OutboxStore outbox = new OutboxStore(jdbi);
    private final UUID home = UUID.randomUUID();

    record Body(String text) {}

    @Test
    void aKeyIsStoredOncePerHome() {
        outbox.insert(List.of(message("one", PAST), message("one", PAST), message("two", PAST)));
        outbox.insert(List.of(message("two", PAST)));

        assertThat(outbox.claim(10, CLAIM))
                .extracting(ClaimedMessage::dedupKey)
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whatIsNotDueStays() {
        outbox.insert(List.of(message("later", FUTURE)));

        assertThat(outbox.claim(10, CLAIM)).isEmpty();
        assertThat(outbox.status().depth()).isEqualTo(1);
        assertThat(outbox.status().oldest()).isZero();
    }

    @Test
    void publishersThatCompeteNeverGetTheSameRow() throws InterruptedException, ExecutionException {
        outbox.insert(IntStream.range(0, 2_000)
                .mapToObj(i -> message("key " + i, PAST))
                .toList());
        Callable<List<UUID>> publisher = () -> {
            var mine = new ArrayList<UUID>();
            List<ClaimedMessage> lot;
            while (!(lot = outbox.claim(50, CLAIM)).isEmpty()) {
                lot.forEach(message -> mine.add(message.id()));
                outbox.markPublished(lot);
            }
            return mine;
        };
        var pool = Executors.newFixedThreadPool(4);
        var taken = new ArrayList<UUID>();
        for (var result : pool.invokeAll(List.of(publisher, publisher, publisher, publisher))) {
            taken.addAll(result.get());
        }
        pool.shutdown();

        assertThat(taken).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(outbox.status().depth()).isZero();
    }

    @Test
    void aRowWhoseSenderDiedBeforeMarkingItComesBackWhenTheClaimEnds() {
        outbox.insert(List.of(message("one", PAST)));
        var lost = outbox.claim(10, CLAIM);

        assertThat(outbox.claim(10, CLAIM)).isEmpty();
        letClaimsEnd();
        var again = outbox.claim(10, CLAIM);

        assertThat(again).extracting(ClaimedMessage::id).isEqualTo(ids(lost));
        assertThat(again.get(0).attempts()).isEqualTo(2);
    }

    @Test
    void aRowGivenBackWaitsForItsBackOff() {
        outbox.insert(List.of(message("soon", PAST), message("late", PAST)));
        outbox.giveBack(
                outbox.claim(10, CLAIM),
                message -> message.dedupKey().equals("soon") ? Duration.ZERO : Duration.ofHours(1));

        assertThat(outbox.claim(10, CLAIM)).extracting(ClaimedMessage::dedupKey).containsExactly("soon");
    }

    @Test
    void aWaitingRowIsFoundBySubjectUntilSomebodySendsIt() {
        outbox.insert(List.of(about("waiting", "event a", FUTURE), about("sent", "event b", PAST)));
        outbox.claim(10, CLAIM);

        assertThat(outbox.lockWaiting(home, Queue.MAIL, List.of("event a", "event b")))
                .extracting(WaitingMessage::dedupKey)
                .containsExactly("waiting");
    }

    @Test
    void aRowThatSomebodyDecidesOnIsNotSentMeanwhile() {
        outbox.insert(List.of(about("one", "event", PAST)));

        jdbi.useTransaction(deciding -> {
            deciding.execute("select 1 from outbox where subject = 'event' for update");
            var otherNode = CompletableFuture.supplyAsync(() -> outbox.claim(10, CLAIM));
            assertThat(otherNode.join()).isEmpty();
        });
        assertThat(outbox.claim(10, CLAIM)).hasSize(1);
    }

    @Test
    void aRowTakenBackIsGone() {
        outbox.insert(List.of(about("one", "event", FUTURE)));
        outbox.delete(outbox.lockWaiting(home, Queue.MAIL, List.of("event")));

        assertThat(outbox.status().depth()).isZero();
    }

    @Test
    void onlyOldPublishedRowsAreForgotten() {
        outbox.insert(List.of(message("sent", PAST)));
        outbox.markPublished(outbox.claim(10, CLAIM));
        outbox.insert(List.of(message("unsent", PAST)));

        assertThat(outbox.deletePublishedBefore(PAST, 10)).isZero();
        assertThat(outbox.deletePublishedBefore(FUTURE, 10)).isEqualTo(1);
        assertThat(outbox.claim(10, CLAIM)).extracting(ClaimedMessage::dedupKey).containsExactly("unsent");
    }

    @Test
    void aConsumerRemembersAKeyOnce() {
        var memory = new ProcessedStore(jdbi);

        assertThat(memory.remember(home, "mail", "one")).isTrue();
        assertThat(memory.remember(home, "mail", "one")).isFalse();
        assertThat(memory.remember(home, "delivery", "one")).isTrue();
        assertThat(memory.remember(UUID.randomUUID(), "mail", "one")).isTrue();
    }

    private OutboxMessage message(String key, Instant due) {
        return new OutboxMessage(home, Queue.MAIL, key, new Body("Планёрка"), due);
    }

    private OutboxMessage about(String key, String subject, Instant due) {
        return new OutboxMessage(home, Queue.MAIL, key, new Body("x"), due, subject);
    }

    private void letClaimsEnd() {
        jdbi.useHandle(handle -> handle.execute("update outbox set retry_at = now() - interval '1 s'"));
    }

    private static List<UUID> ids(List<ClaimedMessage> messages) {
        return messages.stream().map(ClaimedMessage::id).toList();
    }
}
