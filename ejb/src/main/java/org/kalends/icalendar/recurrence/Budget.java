package org.kalends.icalendar.recurrence;

import java.time.Duration;

/**
 * How much work one expansion may take. The clock is looked at only after many steps, so that a pause of the machine
 * never cuts an ordinary series short.
 */
final class Budget {

    static final int MAX_STEPS = 100_000;
    private static final long MAX_NANOS = Duration.ofMillis(200).toNanos();
    private static final int STEPS_PER_LOOK = 8_192;

    private final long started = System.nanoTime();
    private int steps;
    private boolean exhausted;

    /** Takes one step; false when there is none left. */
    boolean step() {
        steps++;
        if (steps > MAX_STEPS || steps % STEPS_PER_LOOK == 0 && System.nanoTime() - started > MAX_NANOS) {
            exhausted = true;
        }
        return !exhausted;
    }

    boolean exhausted() {
        return exhausted;
    }
}
