package org.kalends.traffic;

/** Requests at one application of this node. */
public interface TrafficMXBean {

    /** Those that are being answered now. */
    int getInFlight();

    /** Whether no more are wanted. */
    boolean isDraining();
}
