package org.kalends.freebusy;

import org.kalends.time.Interval;

/** A span that somebody is not free in. */
public record BusyTime(Interval interval, Type type) {

    /** FBTYPE as the product knows it; the later is the stronger. */
    public enum Type {
        TENTATIVE,
        BUSY,
        OUT_OF_OFFICE
    }
}
