package org.kalends.exchange.ews.xml;

import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message, in UTF-8. */
public final class ElementWriter {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final char INSTEAD = '\uFFFD';

    private ElementWriter() {}

    public static byte[] write(Element message) {
        var octets = new ByteArrayOutputStream();
        try {
            var xml = XML.createXMLStreamWriter(octets, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(message.name());
            for (var namespace : Namespace.values()) xml.writeNamespace(namespace.prefix(), namespace.uri());
            content(message, xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a message that cannot be written", e);
        }
        return octets.toByteArray();
    }

    private static void content(Element element, XMLStreamWriter xml) throws XMLStreamException {
        for (var attribute : element.attributes().entrySet())
            xml.writeAttribute(attribute.getKey(), allowed(attribute.getValue()));
        if (!element.text().isEmpty()) xml.writeCharacters(allowed(element.text()));
        for (var child : element.children()) {
            xml.writeStartElement(child.name());
            content(child, xml);
            xml.writeEndElement();
        }
    }

    /** XML 1.0 has no way to say a control character, and half a pair is none. */
    private static String allowed(String text) {
        if (text.codePoints().allMatch(ElementWriter::isAllowed)) return text;
        return text.codePoints()
                .map(point -> isAllowed(point) ? point : INSTEAD)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** XML 1.0, 2.2. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= ' ' && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point <= 0xFFFD
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
