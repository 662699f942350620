package org.kalends.icalendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, in words: SUMMARY, DESCRIPTION, LOCATION, CONFERENCE (RFC 7986, 5.11). Plain text; empty when
 * absent.
 */
public record Details(
        String title, String description, String location, @Nullable String conference, List<FileLink> files) {

    public Details {
        files = List.copyOf(files);
    }

    public Details(String title, String description, String location, @Nullable String conference) {
        this(title, description, location, conference, List.of());
    }

    public Details withTitle(String changed) {
        return new Details(changed, description, location, conference, files);
    }

    public Details withFiles(List<FileLink> changed) {
        return new Details(title, description, location, conference, changed);
    }
}
