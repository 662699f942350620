package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.kalends.database.Ids;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.Broker;
import org.kalends.outbox.jms.Broker.Delayed;
import org.kalends.reminder.store.AlarmStore;
import org.kalends.reminder.store.AlarmStore.Claimed;

/**
 * Hands what is due soon to the broker, to be delivered when it is due. A claim is a committed row update, so nodes do
 * not take the same, and what a node or the broker loses is handed over once more a little later: the row goes only with
 * the reminder.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HandingOver {

    /** So much before it is due: many that are due at one moment do not wait for each other then. */
    static final Duration AHEAD = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int LOT = 2_000;
    private static final int MOST_IN_A_MESSAGE = 100;

    @Inject
    AlarmStore alarms;

    @Inject
    Broker broker;

    /** Lot after lot until nothing is due soon or the broker fails. */
    public void handOver() {
        boolean more = true;
        while (more) {
            var claimed = alarms.claim(LOT, PATIENCE);
            if (claimed.isEmpty()) return;
            more = broker.hand(messages(claimed));
            if (!more) alarms.giveBack(claimed.stream().map(Claimed::due).toList(), AGAIN);
        }
    }

    /** Those of one second go together. */
    private static List<Delayed> messages(List<Claimed> claimed) {
        var seconds = new TreeMap<Duration, List<Due>>();
        for (var one : claimed)
            seconds.computeIfAbsent(delay(one.delay()), second -> new ArrayList<>())
                    .add(one.due());
        var messages = new ArrayList<Delayed>();
        seconds.forEach((delay, dues) -> {
            for (int from = 0; from < dues.size(); from += MOST_IN_A_MESSAGE) {
                var briefs = dues.subList(from, Math.min(dues.size(), from + MOST_IN_A_MESSAGE));
                var key = "reminders/" + Ids.next();
                messages.add(new Delayed(Queue.REMINDER, briefs.get(0).home(), key, new Briefs(briefs), delay));
            }
        });
        return messages;
    }

    /** Whole seconds, upwards: nothing is delivered before it is due. */
    private static Duration delay(Duration wait) {
        return wait.isNegative()
                ? Duration.ZERO
                : Duration.ofSeconds(wait.plusMillis(999).toSeconds());
    }
}
