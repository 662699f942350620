package org.kalends.scheduling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

/**
 * Body of a message in the queue {@code delivery}: what came of messages is to be noted in the event that they were
 * sent for.
 *
 * @param home of who sent them
 * @param message whose deliveries are looked at; null when only mails have news
 * @param cause what makes the task another than the next, part of its key
 * @param round how often it was looked before
 */
public record ResultsTask(
        UUID home, Uid uid, @Nullable UUID message, String cause, List<CalendarAddress> recipients, int round) {

    /** How the keys of such tasks begin. */
    public static final String KEY = "results/";

    String key() {
        return KEY + cause + "/" + round;
    }

    ResultsTask later(List<CalendarAddress> waiting) {
        return new ResultsTask(home, uid, message, cause, waiting, round + 1);
    }
}
