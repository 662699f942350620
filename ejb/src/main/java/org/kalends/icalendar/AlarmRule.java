package org.kalends.icalendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VALARM of whatever program as far as it says when and how to remind. {@link Alarm} is the simple kind that people
 * set here.
 *
 * @param triggers the first time and its repetitions (REPEAT, DURATION)
 * @param acknowledged until when what it said is settled; null when nothing is (RFC 9074, 6.1)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6.6">RFC 5545, 3.6.6</a>
 */
public record AlarmRule(List<Trigger> triggers, Alarm.Channel channel, @Nullable Instant acknowledged) {

    public AlarmRule {
        triggers = List.copyOf(triggers);
    }

    /** Whether somebody said already that he knows what goes off at the moment. */
    public boolean settled(Instant due) {
        return acknowledged != null && !acknowledged.isBefore(due);
    }

    /** The same, settled at least until then. */
    public AlarmRule settledUntil(Instant moment) {
        return settled(moment) ? this : new AlarmRule(triggers, channel, moment);
    }

    /** Whether it goes off as that one does, settled or not. */
    public boolean sameTimes(AlarmRule other) {
        return triggers.equals(other.triggers) && channel == other.channel;
    }
}
