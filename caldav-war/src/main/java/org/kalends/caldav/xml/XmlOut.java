package org.kalends.caldav.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * Writes an answer as it comes, at constant memory. Not the platform's writer, because that leaves CR as it is, and a
 * reader would then make LF of CRLF and another text of what is stored; nor does it keep out what XML cannot hold.
 */
public final class XmlOut {

    private static final int BUFFER = 8_192;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final byte[] AMPERSAND = Tag.utf8("&amp;");
    private static final byte[] LESS = Tag.utf8("&lt;");
    private static final byte[] GREATER = Tag.utf8("&gt;");
    private static final byte[] RETURN = Tag.utf8("&#13;");
    private static final byte[] REPLACEMENT = Tag.utf8("\uFFFD");
    private static final byte[] NONCHARACTER = Tag.utf8("\uFFFF");

    /** Octets that stand in a text as they are; the first one of a noncharacter is looked at more closely. */
    private static final boolean[] PLAIN = plain();

    private final OutputStream out;
    private final Map<QName, Tag> tags = new HashMap<>();
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    public XmlOut(OutputStream out) {
        this.out = out;
    }

    /** The declaration and the root with all namespaces that answers use. */
    public XmlOut root(QName name) {
        return raw(HEAD).raw("<" + Tag.qualified(name) + Tag.DECLARATIONS + ">");
    }

    public XmlOut open(QName name) {
        return octets(tag(name).open);
    }

    public XmlOut close(QName name) {
        return octets(tag(name).close);
    }

    public XmlOut empty(QName name) {
        return octets(tag(name).empty);
    }

    /** With one attribute of no namespace. */
    public XmlOut empty(QName name, String attribute, String value) {
        return octets(tag(name).begun)
                .raw(" " + attribute + "=\"")
                .raw(Tag.attribute(value))
                .raw("\"/>");
    }

    public XmlOut element(QName name, String text) {
        return open(name).text(text).close(name);
    }

    /** The same few names come thousands of times in one answer. */
    private Tag tag(QName name) {
        return tags.computeIfAbsent(name, Tag::new);
    }

    /** @param path percent-encoded already */
    public XmlOut href(String path) {
        return element(Elements.HREF, path);
    }

    /** A request's element, as it was. */
    public XmlOut copy(XmlElement element) {
        octets(tag(element.name()).begun);
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
        else raw(" xmlns:a=\"").raw(Tag.attribute(name.getNamespaceURI())).raw("\" a:" + name.getLocalPart());
        raw("=\"").raw(Tag.attribute(value)).raw("\"");
    }

    /** Escaped; what XML cannot hold becomes U+FFFD. */
    public XmlOut text(String text) {
        return text(Tag.utf8(text));
    }

    /**
     * The same of what is in UTF-8 already.
     *
     * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2</a>
     */
    public XmlOut text(byte[] utf8) {
        int told = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (PLAIN[utf8[i] & 0xFF]) continue;
            int length = utf8[i] == NONCHARACTER[0] ? NONCHARACTER.length : 1;
            if (length > 1 && !noncharacter(utf8, i)) continue;
            octets(utf8, told, i).octets(escaped(utf8[i]));
            told = i + length;
        }
        return octets(utf8, told, utf8.length);
    }

    private static byte[] escaped(byte octet) {
        return switch (octet) {
            case '&' -> AMPERSAND;
            case '<' -> LESS;
            case '>' -> GREATER;
            case '\r' -> RETURN;
            default -> REPLACEMENT;
        };
    }

    /** U+FFFE and U+FFFF, which differ in their last octet. */
    private static boolean noncharacter(byte[] utf8, int at) {
        return at + 2 < utf8.length && utf8[at + 1] == NONCHARACTER[1] && (utf8[at + 2] | 1) == NONCHARACTER[2];
    }

    private static boolean[] plain() {
        var plain = new boolean[256];
        for (int octet = ' '; octet < plain.length; octet++) plain[octet] = true;
        plain['\n'] = plain['\t'] = true;
        plain['&'] = plain['<'] = plain['>'] = plain[NONCHARACTER[0] & 0xFF] = false;
        return plain;
    }

    /** Markup that is known to be right. */
    public XmlOut raw(String markup) {
        return octets(Tag.utf8(markup));
    }

    private XmlOut octets(byte[] octets) {
        return octets(octets, 0, octets.length);
    }

    private XmlOut octets(byte[] octets, int start, int end) {
        for (int from = start; from < end; ) {
            if (used == BUFFER) flush();
            int length = Math.min(BUFFER - used, end - from);
            System.arraycopy(octets, from, buffer, used, length);
            used += length;
            from += length;
        }
        return this;
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
