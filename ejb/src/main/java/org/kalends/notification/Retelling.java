package org.kalends.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Function;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.jms.Received;

/** Tells what a message asks for, now or another time. */
@ApplicationScoped
public class Retelling {

    @Inject
    Postponement postponement;

    /**
     * Tells it, or puts it back.
     *
     * @param tell what throws {@link Away} if it may go another time
     * @param message its message as it went first, but for the time that it is to leave
     * @throws IllegalStateException after too many times
     */
    public void orLater(Runnable tell, Function<Instant, OutboxMessage> message, Received received) {
        try {
            tell.run();
        } catch (Away e) {
            postponement.postpone(message, received.key());
        }
    }
}
