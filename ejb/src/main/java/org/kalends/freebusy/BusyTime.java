package org.kalends.freebusy;

import org.kalends.icalendar.Availability.BusyType;
import org.kalends.time.Interval;

/** A span that somebody is not free in. */
public record BusyTime(Interval interval, Type type) {

    /** FBTYPE as the product knows it; the later is the stronger. */
    public enum Type {
        TENTATIVE,
        BUSY,
        OUT_OF_OFFICE;

        static Type of(BusyType said) {
            return switch (said) {
                case TENTATIVE -> TENTATIVE;
                case BUSY -> BUSY;
                case UNAVAILABLE -> OUT_OF_OFFICE;
            };
        }
    }
}
