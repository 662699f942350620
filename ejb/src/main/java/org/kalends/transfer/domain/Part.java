package org.kalends.transfer.domain;

/**
 * Where a component of a calendar stands in a file.
 *
 * @param calendar the number of its VCALENDAR in the file
 * @param name {@code VEVENT}, {@code VTIMEZONE} and so on, upper case
 * @param key its UID, of a zone its TZID; empty where it has none
 * @param offset of its first octet
 * @param length in octets
 */
public record Part(int calendar, String name, String key, long offset, long length) {}
