package org.kalends.messenger;

import java.time.Instant;
import java.util.UUID;
import org.kalends.icalendar.Uid;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * Body of a message in the queue {@code messenger}: somebody's card is to say what his calendar says.
 *
 * @param cause the same has the same effect
 */
public record CardRefresh(UUID user, Uid uid, UUID cause) {

    private static final String PREFIX = "card/";

    /** Whether a message's key is one of these. */
    public static boolean isOf(String key) {
        return key.startsWith(PREFIX);
    }

    String key() {
        return PREFIX + cause + "/" + user;
    }

    /** Its message as it goes first. */
    public OutboxMessage message(Instant at) {
        return new OutboxMessage(user, Queue.MESSENGER, key(), this, at);
    }
}
