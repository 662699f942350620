package org.kalends.exchange.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Microsoft's schema of the messages, and envelopes that keep to it. */
final class EwsSchema {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages";
    static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";

    private static final Schema SCHEMA = schema();

    private EwsSchema() {}

    private static Schema schema() {
        var sources = Stream.of("xml.xsd", "types.xsd", "messages.xsd")
                .map(EwsSchema::source)
                .toArray(Source[]::new);
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
        } catch (SAXException e) {
            throw new IllegalStateException("Microsoft's schema cannot be read", e);
        }
    }

    private static Source source(String name) {
        return new StreamSource(EwsSchema.class.getResource("/exchange/" + name).toString());
    }

    /** Of the first element of that name below. */
    static String attribute(Element request, String name, String attribute) {
        return ((Element) request.getElementsByTagNameNS(TYPES, name).item(0)).getAttribute(attribute);
    }

    /** As it stands in a message. */
    static String text(Element element) {
        try {
            var writer = new StringWriter();
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(element), new StreamResult(writer));
            return writer.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An envelope whose headers and operation are as Microsoft says. */
    static Element read(InputStream message) throws IOException {
        return read(new InputSource(message));
    }

    static Element read(String message) throws IOException {
        return read(new InputSource(new StringReader(message)));
    }

    private static Element read(InputSource message) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var envelope = factory.newDocumentBuilder().parse(message).getDocumentElement();
            for (var part : new String[] {"Header", "Body"}) {
                var parts = envelope.getElementsByTagNameNS(SOAP, part);
                if (parts.getLength() == 0) continue;
                for (var child = parts.item(0).getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child.getNodeType() == Node.ELEMENT_NODE && !SOAP.equals(child.getNamespaceURI()))
                        SCHEMA.newValidator().validate(new DOMSource(child));
                }
            }
            return envelope;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("against the schema: " + e.getMessage(), e);
        }
    }
}
