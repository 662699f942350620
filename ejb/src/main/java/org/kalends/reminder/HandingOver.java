package org.kalends.reminder;

import static java.time.Duration.ZERO;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kalends.database.Ids;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.Broker;
import org.kalends.outbox.jms.Broker.Delayed;
import org.kalends.reminder.store.AlarmStore;
import org.kalends.reminder.store.AlarmStore.Upcoming;

/**
 * Hands what is due soon to the broker, to be delivered when it is due. The rows are held until the broker has them, so
 * nodes do not take the same, and what a node that dies had taken is there at once for another. What the broker loses is
 * handed over once more a little later: the row goes only with the reminder.
 */
@Stateless
public class HandingOver {

    /** So much before it is due: many that are due at one moment do not wait for each other then. */
    static final Duration AHEAD = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOT = 2_000;
    private static final int MOST_IN_A_MESSAGE = 100;

    @Inject
    AlarmStore alarms;

    @Inject
    Broker broker;

    /**
     * A lot of what is due soon.
     *
     * @return whether there may be more; false too if the broker took none
     */
    public boolean handLot() {
        var upcoming = alarms.upcoming(LOT);
        if (upcoming.isEmpty() || !broker.hand(messages(upcoming))) return false;
        alarms.lookAgain(upcoming.stream().map(Upcoming::due).toList(), PATIENCE);
        return true;
    }

    /** Those of one second go together, when the last of them is due. */
    private static List<Delayed> messages(List<Upcoming> upcoming) {
        var seconds = new TreeMap<Long, List<Upcoming>>();
        for (var one : upcoming)
            seconds.computeIfAbsent(second(one), second -> new ArrayList<>()).add(one);
        return seconds.values().stream()
                .flatMap(HandingOver::lots)
                .map(HandingOver::message)
                .toList();
    }

    /** Upwards: what is due on the second need not wait. */
    private static long second(Upcoming one) {
        return one.due().at().plusNanos(999_999_999).getEpochSecond();
    }

    private static Stream<List<Upcoming>> lots(List<Upcoming> second) {
        return IntStream.iterate(0, from -> from < second.size(), from -> from + MOST_IN_A_MESSAGE)
                .mapToObj(from -> second.subList(from, Math.min(second.size(), from + MOST_IN_A_MESSAGE)));
    }

    private static Delayed message(List<Upcoming> lot) {
        var wait =
                lot.stream().map(Upcoming::delay).max(Comparator.naturalOrder()).orElseThrow();
        var briefs = new Briefs(lot.stream().map(Upcoming::due).toList());
        var key = "reminders/" + Ids.next();
        return new Delayed(Queue.REMINDER, briefs.dues().get(0).home(), key, briefs, wait.isNegative() ? ZERO : wait);
    }
}
