package org.kalends.event.resource.filter;

/**
 * Whether a text contains another.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.7.5">RFC 4791, 9.7.5</a>
 */
public record TextMatch(String wanted, Collation collation, Sense sense) {

    /** {@code negate-condition}. */
    public enum Sense {
        CONTAINS,
        CONTAINS_NOT
    }

    public boolean matches(String text) {
        boolean found = collation.key(text).contains(collation.key(wanted));
        return (sense == Sense.CONTAINS) == found;
    }
}
