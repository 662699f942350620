package org.kalends.icalendar;

import org.jspecify.annotations.Nullable;

/**
 * What an event is about, in words: SUMMARY, DESCRIPTION, LOCATION, CONFERENCE (RFC 7986, 5.11). Plain text; empty when
 * absent.
 */
public record Details(String title, String description, String location, @Nullable String conference) {

    public Details withTitle(String changed) {
        return new Details(changed, description, location, conference);
    }
}
