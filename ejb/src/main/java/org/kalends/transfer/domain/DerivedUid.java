package org.kalends.transfer.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A UID for a component that came without one. It follows from what the component says, so that the same file brought
 * again is recognised.
 */
final class DerivedUid {

    private static final Pattern STAMP = Pattern.compile("(?im)^DTSTAMP[;:].*\r?\n");
    private static final Pattern BEGIN = Pattern.compile("(?i)^\\s*BEGIN:[^\r\n]*\r?\n");

    private DerivedUid() {}

    static String into(String component) {
        var said = STAMP.matcher(component).replaceAll("");
        var uid = UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
        return BEGIN.matcher(component).replaceFirst("$0UID:" + uid + "@import.kalends\r\n");
    }
}
