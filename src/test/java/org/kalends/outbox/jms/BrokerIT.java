package org.kalends.outbox.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.outbox.DeadLetter;
import org.kalends.outbox.Queue;
import org.kalends.outbox.store.ClaimedMessage;
import org.kalends.support.TestBroker;

class BrokerIT {

    private final UUID home = UUID.randomUUID();
    private final Broker broker = new Broker();
    private final QueueDepths depths = new QueueDepths();
    private final DeadLetters dead = new DeadLetters();
    private TestBroker artemis;

    @BeforeEach
    void start() throws Exception {
        artemis = new TestBroker(41, Queue.DEAD_LETTERS_ADDRESS, Queue.MAIL_ADDRESS);
        broker.connections = artemis.connections();
        depths.connections = artemis.connections();
        dead.connections = artemis.connections();
    }

    @AfterEach
    void stop() throws Exception {
        artemis.close();
    }

    @Test
    void whatIsSentTwiceUnderOneKeyIsThereOnce() {
        broker.send(lot("one", "two"));
        var again = broker.send(lot("one", "two", "three"));

        assertThat(again).hasSize(3);
        assertThat(depths.of(Queue.MAIL_ADDRESS)).isEqualTo(3);
    }

    @Test
    void theConsumerGetsHomeKeyAndBodyInOrder() {
        broker.send(lot("one", "two"));

        assertThat(receive(2)).extracting(Received::key).containsExactly("one", "two");
    }

    @Test
    void aBrokerThatIsDownTakesNothingAndGoesOnWhenItIsBack() throws Exception {
        artemis.stop();
        assertThat(broker.send(lot("one"))).isEmpty();
        assertThatThrownBy(() -> depths.of(Queue.MAIL_ADDRESS)).isInstanceOf(BrokerUnreachable.class);

        artemis.start();
        assertThat(broker.send(lot("one"))).hasSize(1);
    }

    @Test
    void aQueueThatDoesNotExistHasNoDepth() {
        assertThatThrownBy(() -> depths.of("kalends.nowhere")).isInstanceOf(BrokerUnreachable.class);
    }

    @Test
    void aMessageThatIsRefusedTooOftenIsADeadLetterAndCanBeReplayedOnce() {
        broker.send(lot("poison"));
        refuse(2);

        var letters = dead.list(10);
        assertThat(letters).extracting(DeadLetter::key).containsExactly("poison");
        assertThat(letters).extracting(DeadLetter::address).containsExactly(Queue.MAIL_ADDRESS);

        assertThat(dead.replay(letters.get(0).id())).isTrue();
        assertThat(dead.replay(letters.get(0).id())).isFalse();
        assertThat(receive(1)).extracting(Received::key).containsExactly("poison");
        assertThat(dead.list(10)).isEmpty();
    }

    @Test
    void anIdWithAQuoteIsJustUnknown() {
        assertThat(dead.replay("' or 'a' = 'a")).isFalse();
    }

    private List<ClaimedMessage> lot(String... keys) {
        return List.of(keys).stream()
                .map(key -> new ClaimedMessage(home, UUID.randomUUID(), Queue.MAIL, key, "subject", "{}", 1))
                .toList();
    }

    private List<Received> receive(int count) {
        try (var context = artemis.connections().createContext(JMSContext.AUTO_ACKNOWLEDGE);
                var consumer = context.createConsumer(context.createQueue(Queue.MAIL_ADDRESS))) {
            return IntStream.range(0, count)
                    .mapToObj(i -> Received.of(consumer.receive(5_000)))
                    .toList();
        }
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            try (var context = artemis.connections().createContext(JMSContext.SESSION_TRANSACTED);
                    var consumer = context.createConsumer(context.createQueue(Queue.MAIL_ADDRESS))) {
                consumer.receive(5_000);
                context.rollback();
            }
        }
    }
}
