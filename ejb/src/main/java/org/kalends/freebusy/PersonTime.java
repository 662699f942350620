package org.kalends.freebusy;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/**
 * One person's time within a range.
 *
 * @param known whether he is inside; of a guest nothing can be said, nor of a group as if it were one person
 * @param zone his own; null when he is unknown
 * @param busy merged by type, sorted
 * @param working his working hours within the range
 */
public record PersonTime(
        CalendarAddress address, boolean known, @Nullable ZoneId zone, List<BusyTime> busy, List<Interval> working) {}
