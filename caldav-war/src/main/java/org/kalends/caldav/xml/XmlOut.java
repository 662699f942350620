package org.kalends.caldav.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * Writes an answer as it comes, at constant memory. Not the platform's writer, because that leaves CR as it is, and a
 * reader would then make LF of CRLF and another text of what is stored; nor does it keep out what XML cannot hold.
 */
public final class XmlOut {

    private static final int BUFFER = 8_192;
    private static final Map<String, String> PREFIXES =
            Map.of(Names.DAV, "D", Names.CALDAV, "C", Names.CALENDAR_SERVER, "CS", Names.APPLE, "A");
    private static final String DECLARATIONS = " xmlns:D=\"" + Names.DAV + "\" xmlns:C=\"" + Names.CALDAV
            + "\" xmlns:CS=\"" + Names.CALENDAR_SERVER + "\" xmlns:A=\"" + Names.APPLE + "\"";

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    public XmlOut(OutputStream out) {
        this.out = out;
    }

    /** The declaration and the root with all namespaces that answers use. */
    public XmlOut root(QName name) {
        return raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<")
                .raw(qualified(name))
                .raw(DECLARATIONS)
                .raw(">");
    }

    public XmlOut open(QName name) {
        return raw("<").raw(qualified(name)).declaration(name).raw(">");
    }

    public XmlOut close(QName name) {
        return raw("</").raw(qualified(name)).raw(">");
    }

    public XmlOut empty(QName name) {
        return raw("<").raw(qualified(name)).declaration(name).raw("/>");
    }

    /** With one attribute of no namespace. */
    public XmlOut empty(QName name, String attribute, String value) {
        return raw("<").raw(qualified(name))
                .declaration(name)
                .raw(" " + attribute + "=\"")
                .text(value)
                .raw("\"/>");
    }

    public XmlOut element(QName name, String text) {
        return open(name).text(text).close(name);
    }

    /** @param path percent-encoded already */
    public XmlOut href(String path) {
        return element(Elements.HREF, path);
    }

    /** A request's element, as it was. */
    public XmlOut copy(XmlElement element) {
        raw("<").raw(qualified(element.name())).declaration(element.name());
        element.attributes().forEach(this::attribute);
        raw(">");
        for (var node : element.content()) {
            if (node instanceof XmlElement child) copy(child);
            else text(((XmlText) node).text());
        }
        return close(element.name());
    }

    private void attribute(QName name, String value) {
        if (name.getNamespaceURI().isEmpty()) raw(" " + name.getLocalPart());
        else if (name.getNamespaceURI().equals(javax.xml.XMLConstants.XML_NS_URI)) raw(" xml:" + name.getLocalPart());
        else raw(" xmlns:a=\"").text(name.getNamespaceURI()).raw("\" a:" + name.getLocalPart());
        raw("=\"").text(value).raw("\"");
    }

    private static String qualified(QName name) {
        var space = name.getNamespaceURI();
        if (space.isEmpty()) return name.getLocalPart();
        return PREFIXES.getOrDefault(space, "X") + ":" + name.getLocalPart();
    }

    private XmlOut declaration(QName name) {
        var space = name.getNamespaceURI();
        if (space.isEmpty() || PREFIXES.containsKey(space)) return this;
        return raw(" xmlns:X=\"").text(space).raw("\"");
    }

    /** Escaped; what XML cannot hold becomes U+FFFD. */
    public XmlOut text(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) ascii(c);
            else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) code(Character.toCodePoint(c, text.charAt(++i)));
            else code(Character.isSurrogate(c) || c >= 0xFFFE ? 0xFFFD : c);
        }
        return this;
    }

    private void ascii(char c) {
        switch (c) {
            case '&' -> raw("&amp;");
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '"' -> raw("&quot;");
            case '\r' -> raw("&#13;");
            default -> {
                if (c < ' ' && c != '\n' && c != '\t') code(0xFFFD);
                else octet(c);
            }
        }
    }

    private void code(int c) {
        if (c < 0x800) {
            octet(0xC0 | c >> 6);
        } else if (c < 0x10000) {
            octet(0xE0 | c >> 12);
            octet(0x80 | c >> 6 & 0x3F);
        } else {
            octet(0xF0 | c >> 18);
            octet(0x80 | c >> 12 & 0x3F);
            octet(0x80 | c >> 6 & 0x3F);
        }
        octet(0x80 | c & 0x3F);
    }

    /** Markup that is known to be right. */
    public XmlOut raw(String markup) {
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (c >= 0x80) return rawOctets(markup.substring(i).getBytes(StandardCharsets.UTF_8));
            octet(c);
        }
        return this;
    }

    private XmlOut rawOctets(byte[] octets) {
        for (byte octet : octets) octet(octet);
        return this;
    }

    private void octet(int octet) {
        if (used == BUFFER) flush();
        buffer[used++] = (byte) octet;
    }

    public void flush() {
        try {
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
