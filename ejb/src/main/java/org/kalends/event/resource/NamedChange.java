package org.kalends.event.resource;

import org.jspecify.annotations.Nullable;

/**
 * One name that changed since a sync token.
 *
 * @param object null when there is none of that name any more
 * @param text in UTF-8; null when it was not asked for, or is gone
 */
@SuppressWarnings("ArrayRecordComponent") // octets, compared by nobody
public record NamedChange(String name, long sequence, @Nullable CalendarObject object, byte @Nullable [] text) {}
