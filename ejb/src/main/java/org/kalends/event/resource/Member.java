package org.kalends.event.resource;

/**
 * What a list of a collection tells of an object in it, and what most clients ask for: half of its columns.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918#section-5.2">RFC 4918, 5.2</a>
 */
public interface Member {

    /** The last segment of its address, chosen by the client. */
    String name();

    Component component();

    /** Strong entity tag without quotes. */
    String etag();

    /** Of which no more was read. */
    record Listed(String name, Component component, String etag) implements Member {}
}
