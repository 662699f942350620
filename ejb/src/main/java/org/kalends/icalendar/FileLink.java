package org.kalends.icalendar;

/**
 * A file that an event names: ATTACH with a URI. Files whose octets stand in the text itself stay there only.
 *
 * @param managedId empty for a file that lies elsewhere
 * @param name empty when unknown
 * @param type media type; empty when unknown
 * @param size octets; negative when unknown
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8607#section-4">RFC 8607, 4</a>
 */
public record FileLink(String uri, String managedId, String name, String type, long size) {}
