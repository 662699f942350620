package org.kalends.icalendar.form;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;

/**
 * xCal, as it is read; document types and entities are refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6321">RFC 6321</a>
 */
public final class XmlReader {

    private static final int DEEPEST = 32;
    private static final String NAME = "[A-Za-z0-9._-]{1,100}";
    private static final XMLInputFactory FACTORY = factory();

    private XmlReader() {}

    /** An element with its own text. */
    private record Node(String name, StringBuilder text, List<Node> children) {
        String told() {
            return text.toString();
        }

        Node child(String wanted) {
            return children.stream()
                    .filter(child -> child.name.equals(wanted))
                    .findFirst()
                    .orElse(new Node(wanted, new StringBuilder(), List.of()));
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** @throws InvalidCalendarData if it is no xCal with one calendar */
    public static Block read(byte[] xml) {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            var root = node(reader, 1);
            require(root.name.equals("icalendar") && root.children.size() == 1, "one calendar is expected");
            return block(root.children.get(0));
        } catch (XMLStreamException e) {
            throw new InvalidCalendarData("the body is no XML", e);
        }
    }

    private static Node node(XMLStreamReader reader, int depth) throws XMLStreamException {
        require(depth <= DEEPEST, "nested too deep");
        require(XmlForm.NAMESPACE.equals(reader.getNamespaceURI()), "an element of iCalendar is expected");
        var name = reader.getLocalName();
        require(name.matches(NAME), "a name is expected");
        var node = new Node(name.toLowerCase(Locale.ROOT), new StringBuilder(), new ArrayList<>());
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> node.children.add(node(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> node.text
                        .append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.END_DOCUMENT -> throw new InvalidCalendarData("the XML is broken");
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return node;
    }

    private static Block block(Node node) {
        var items = new ArrayList<Item>();
        node.child("properties").children.forEach(property -> items.add(line(property)));
        node.child("components").children.forEach(component -> items.add(block(component)));
        return Block.of(node.name.toUpperCase(Locale.ROOT), items);
    }

    private static ContentLine line(Node node) {
        var name = node.name.toUpperCase(Locale.ROOT);
        var params = node.child("parameters").children.stream()
                .map(param -> new Param(
                        param.name.toUpperCase(Locale.ROOT),
                        param.children.stream().map(Node::told).toList()))
                .toList();
        var values = node.children.stream()
                .filter(child -> !child.name.equals("parameters"))
                .toList();
        require(!values.isEmpty(), "a value is expected");
        if (XmlForm.PARTED.containsKey(name) && !values.get(0).name.equals(ValueType.UNKNOWN.token())) {
            var parts = values.stream().map(Node::told).toList();
            return new Typed(ValueType.ofProperty(name).token(), List.of(parts)).line(name, params);
        }
        var type = values.get(0).name;
        return new Typed(type, values.stream().map(value -> parts(type, value)).toList()).line(name, params);
    }

    private static List<String> parts(String type, Node value) {
        return switch (ValueType.of(type)) {
            case PERIOD -> {
                require(value.children.size() == 2, "a period has two parts");
                yield value.children.stream().map(Node::told).toList();
            }
            case RECUR -> rule(value);
            default -> List.of(value.told());
        };
    }

    private static List<String> rule(Node value) {
        var parts = new ArrayList<String>();
        for (var part : value.children) {
            int last = parts.size() - 1;
            boolean goesOn = last >= 0 && parts.get(last).startsWith(part.name + "=");
            if (goesOn) parts.set(last, parts.get(last) + "," + part.told());
            else parts.add(part.name + "=" + part.told());
        }
        return parts;
    }

    private static void require(boolean held, String otherwise) {
        if (!held) throw new InvalidCalendarData(otherwise);
    }
}
