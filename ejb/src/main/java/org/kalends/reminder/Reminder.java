package org.kalends.reminder;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kalends.icalendar.Instance;
import org.kalends.notification.Route;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * One thing to be told to one person by one way: body of a message in the queue {@code reminder.mail} or {@code reminder.messenger}. A brief still; what
 * it is about is read when it is told.
 *
 * @param due when the alarm goes off
 * @param instance RECURRENCE-ID as a moment, days and floating times as if UTC
 */
public record Reminder(UUID home, UUID object, UUID user, Instant due, Instant instance) {

    /** The same reminder has the same key for each way, whoever finds it due. */
    String key(Queue queue) {
        return Route.prefix(queue) + object + "/" + user + "/" + instance + "/" + due;
    }

    /** Its message as it goes first. */
    public OutboxMessage message(Queue queue, Instant at) {
        return new OutboxMessage(user, queue, key(queue), this, at);
    }

    boolean isOf(Instance other) {
        return moment(other).equals(instance);
    }

    static Instant moment(Instance instance) {
        return instance.recurrenceId().instant(ZoneOffset.UTC);
    }

    Due.Key reader() {
        return new Due.Key(home, object, user);
    }
}
