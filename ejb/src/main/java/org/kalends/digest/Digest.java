package org.kalends.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * One day to be told to one person by one way: body of a message in the queue {@code digest}. What is on is read when it
 * is told.
 */
public record Digest(UUID person, LocalDate day, Channel channel) {

    /** A day is told once by each way. */
    String key() {
        return "digest/" + channel + "/" + person + "/" + day;
    }

    /** Its message as it goes first. */
    public OutboxMessage message(Instant at) {
        return new OutboxMessage(person, Queue.DIGEST, key(), this, at);
    }
}
