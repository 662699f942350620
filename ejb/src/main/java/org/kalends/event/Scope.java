package org.kalends.event;

/** How far a change of one instance of a series goes. */
public enum Scope {
    THIS,
    FOLLOWING,
    ALL
}
