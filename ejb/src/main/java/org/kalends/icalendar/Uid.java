package org.kalends.icalendar;

/**
 * The UID that all copies of an event have in common.
 *
 * @throws IllegalArgumentException if blank or too long to be indexed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7986#section-5.3">RFC 7986, 5.3</a>
 */
public record Uid(String value) {

    private static final int MAX_LENGTH = 1024;

    public Uid {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("UID must have 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
