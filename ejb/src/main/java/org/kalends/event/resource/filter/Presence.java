package org.kalends.event.resource.filter;

/** Whether something must be there, or must not ({@code is-not-defined}). */
public enum Presence {
    PRESENT,
    ABSENT
}
