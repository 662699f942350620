package org.kalends.exchange.ews.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a message. Exchange is outside of our walls: there is no DTD, no entity, and a depth that nothing honest has. */
public final class ElementReader {

    private static final int DEEPEST = 64;
    private static final XMLInputFactory XML = StrictXml.texts();

    private final XMLStreamReader xml;

    private ElementReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws IOException if that is no XML, has a DTD or is too deep */
    public static Element read(InputStream message) throws IOException {
        try {
            var xml = XML.createXMLStreamReader(message);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) throw new IOException("a message with a DTD");
            }
            return new ElementReader(xml).element(1);
        } catch (XMLStreamException e) {
            throw new IOException("no message of Exchange: " + e.getMessage(), e);
        }
    }

    private Element element(int depth) throws XMLStreamException, IOException {
        if (depth > DEEPEST) throw new IOException("a message deeper than " + DEEPEST);
        var name = name();
        var attributes = attributes();
        var children = new ArrayList<Element>();
        var text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new IOException("a message with an entity");
                default -> {} // comments say nothing
            }
        }
        return children.isEmpty()
                ? new Element(name, attributes, text.toString(), List.of())
                : new Element(name, attributes, "", children);
    }

    private String name() {
        var uri = String.valueOf(xml.getNamespaceURI());
        var local = xml.getLocalName();
        return Namespace.of(uri).map(one -> one.prefix() + ":" + local).orElse(local);
    }

    private Map<String, String> attributes() {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++)
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        return attributes;
    }
}
