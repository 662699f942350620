package org.kalends.outbox.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kalends.figures.MBeans;
import org.kalends.outbox.DeadLetter;
import org.kalends.outbox.Queue;
import org.kalends.outbox.QueueOperations;
import org.kalends.outbox.jms.BrokerUnreachable;

/** Shows outbox, queues and dead letters in the platform's MBean server. */
@Singleton
@Startup
@DependsOn("Migrations")
public class OperationsMBeans {

    private static final int REPLAYED_AT_ONCE = 1_000;
    private static final int LISTED = 100;

    @Inject
    MBeans beans;

    @Inject
    QueueOperations operations;

    @PostConstruct
    void registerAll() {
        beans.register("type=Outbox", new OutboxView(operations));
        beans.register("type=DeadLetters", new DeadLettersView(operations));
        for (var queue : Queue.values()) {
            if (queue != Queue.CHANGES) {
                QueueMXBean view = () -> asked(() -> operations.depth(queue.address()));
                beans.register("type=Queue,name=" + queue.address(), view);
            }
        }
    }

    @PreDestroy
    void unregisterAll() {
        beans.unregisterAll();
    }

    /** A console has none of our classes: what it is told must be of the JDK, the cause left out. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (BrokerUnreachable e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    private record OutboxView(QueueOperations operations) implements OutboxMXBean {

        @Override
        public long getDepth() {
            return operations.outbox().depth();
        }

        @Override
        public long getOldestAgeSeconds() {
            return operations.outbox().oldest().toSeconds();
        }
    }

    private record DeadLettersView(QueueOperations operations) implements DeadLettersMXBean {

        @Override
        public long getDepth() {
            return asked(() -> operations.depth(Queue.DEAD_LETTERS_ADDRESS));
        }

        @Override
        public long getOldestAgeSeconds() {
            return asked(operations::oldestDeadLetter).toSeconds();
        }

        @Override
        public List<Letter> list() {
            return asked(() -> operations.deadLetters(LISTED)).stream()
                    .map(DeadLettersView::letter)
                    .toList();
        }

        @Override
        public boolean replay(String id) {
            return asked(() -> operations.replay(id));
        }

        @Override
        public boolean purge(String id) {
            return asked(() -> operations.purge(id));
        }

        @Override
        public int replayAll() {
            var letters = asked(() -> operations.deadLetters(REPLAYED_AT_ONCE));
            return (int) letters.stream().filter(letter -> replay(letter.id())).count();
        }

        private static Letter letter(DeadLetter dead) {
            var key = Objects.requireNonNullElse(dead.key(), "");
            return new Letter(dead.id(), dead.address(), key, dead.sentAt().toString(), dead.body(), dead.reason());
        }
    }
}
