package org.kalends.icalendar.recurrence;

import java.time.LocalTime;
import java.util.List;

/** The times of one day that a rule takes, in order, by index, so that 86,400 of them cost nothing. */
record TimeSet(List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {

    /** BYSECOND=60 is a leap second, which no time here has. */
    TimeSet {
        seconds = seconds.stream().filter(s -> s < 60).toList();
    }

    int size() {
        return hours.size() * minutes.size() * seconds.size();
    }

    LocalTime get(int index) {
        int second = index % seconds.size();
        int minute = index / seconds.size() % minutes.size();
        int hour = index / seconds.size() / minutes.size();
        return LocalTime.of(hours.get(hour), minutes.get(minute), seconds.get(second));
    }
}
