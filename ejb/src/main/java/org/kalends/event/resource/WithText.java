package org.kalends.event.resource;

/**
 * A calendar object and what is stored of it.
 *
 * @param text in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // octets, compared by nobody
public record WithText(CalendarObject object, byte[] text) {}
