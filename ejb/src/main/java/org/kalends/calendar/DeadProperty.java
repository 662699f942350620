package org.kalends.calendar;

import java.util.UUID;

/**
 * A property that only clients understand, kept as they sent it.
 *
 * @param resource the calendar, or the home for the home itself
 * @param xml the element; empty to take it away
 */
public record DeadProperty(UUID resource, String namespace, String name, String xml) {}
