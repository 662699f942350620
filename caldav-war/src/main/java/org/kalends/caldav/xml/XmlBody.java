package org.kalends.caldav.xml;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kalends.caldav.http.Refusal;

/**
 * Reads the XML of a request. There is no DTD, so there are no entities but the five of XML; depth and number of
 * elements are capped, and the size by whoever opened the stream.
 */
public final class XmlBody {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 60_000;
    private static final XMLInputFactory FACTORY = factory();

    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlBody() {}

    private record Open(QName name, Map<QName, String> attributes, List<XmlNode> content) {
        XmlElement close() {
            return new XmlElement(name, attributes, content);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory(); // the JDK's own, whatever the server brings
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** @throws Refusal 400 where it is no XML that is taken */
    public static XmlElement read(InputStream body) {
        try {
            return new XmlBody().read(FACTORY.createXMLStreamReader(body));
        } catch (XMLStreamException e) {
            throw Refusal.badRequest("The body is no well-formed XML: " + firstLine(e));
        }
    }

    private XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) open.peek().content().add(new XmlText(reader.getText()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var closed = open.pop().close();
                    if (open.isEmpty()) return closed;
                    open.peek().content().add(closed);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusal.badRequest(
                        "A document type declaration is not taken");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        throw Refusal.badRequest("The body is empty");
    }

    private void start(XMLStreamReader reader) {
        if (open.size() == DEEPEST) throw Refusal.badRequest("The XML is nested deeper than " + DEEPEST);
        if (++elements > MOST_ELEMENTS) throw Refusal.tooLarge("The XML has more than " + MOST_ELEMENTS + " elements");
        Map<QName, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        open.push(new Open(reader.getName(), attributes, new ArrayList<>()));
    }

    private static String firstLine(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(end + 1).replaceFirst("^Message: ", "");
    }
}
