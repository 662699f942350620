package org.kalends.caldav.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.namespace.QName;

/** What stands around an element's content, in the octets that are sent. */
final class Tag {

    /** Stands at the root: the namespaces that answers use. */
    static final String DECLARATIONS = " xmlns:D=\"" + Names.DAV + "\" xmlns:C=\"" + Names.CALDAV + "\" xmlns:CS=\""
            + Names.CALENDAR_SERVER + "\" xmlns:A=\"" + Names.APPLE + "\"";

    private static final Map<String, String> PREFIXES =
            Map.of(Names.DAV, "D", Names.CALDAV, "C", Names.CALENDAR_SERVER, "CS", Names.APPLE, "A");

    /** Up to where attributes stand. */
    final byte[] begun;

    final byte[] open;
    final byte[] close;
    final byte[] empty;

    Tag(QName name) {
        var start = "<" + qualified(name) + declaration(name);
        begun = utf8(start);
        open = utf8(start + ">");
        close = utf8("</" + qualified(name) + ">");
        empty = utf8(start + "/>");
    }

    static String qualified(QName name) {
        var space = name.getNamespaceURI();
        if (space.isEmpty()) return name.getLocalPart();
        return PREFIXES.getOrDefault(space, "X") + ":" + name.getLocalPart();
    }

    private static String declaration(QName name) {
        var space = name.getNamespaceURI();
        return space.isEmpty() || PREFIXES.containsKey(space) ? "" : " xmlns:X=\"" + attribute(space) + "\"";
    }

    /** The value of an attribute, escaped: of what a request told, or of what the server itself says. */
    static String attribute(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
