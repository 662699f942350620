package org.kalends.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * Body of a message in the queue of a {@link Route}: one mail or card to be made and sent.
 *
 * @param news the decision whose outcome is told
 * @param since the decision before which the recipient's knowledge ends; the same as {@code news} unless several were
 *     joined in one mail
 * @param undelivered for {@link NewsKind#FAILURE}: whom the mail did not reach
 */
public record NewsTask(
        UUID home,
        UUID news,
        UUID since,
        CalendarAddress recipient,
        NewsKind kind,
        @Nullable CalendarAddress undelivered) {

    /** The decision that a key names; empty for mails that tell of none. */
    static Optional<UUID> newsOf(String key) {
        var parts = key.split("/", 3);
        return parts.length == 3 && parts[0].equals("mail") ? Optional.of(UUID.fromString(parts[1])) : Optional.empty();
    }

    /** Its message by one way as it goes first. */
    public OutboxMessage message(Queue queue, Instant at) {
        return new OutboxMessage(home, queue, key(queue), this, at);
    }

    /** Consumers and rows under one key: the same is planned once for each way. */
    public String key(Queue queue) {
        return Route.prefix(queue) + news + "/" + kind + "/" + recipient
                + (undelivered == null ? "" : "/" + undelivered);
    }
}
