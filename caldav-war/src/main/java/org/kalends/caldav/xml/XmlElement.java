package org.kalends.caldav.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * An element of a request, as it was read.
 *
 * @param content elements and text in their order
 */
public record XmlElement(QName name, Map<QName, String> attributes, List<XmlNode> content) implements XmlNode {

    public Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    public Stream<XmlElement> children(QName wanted) {
        return children().filter(child -> child.name.equals(wanted));
    }

    public Optional<XmlElement> child(QName wanted) {
        return children(wanted).findFirst();
    }

    /** Without a namespace, as the attributes of CalDAV are. */
    public Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(new QName(local)));
    }

    /** The text in it, that of its children left out. */
    public String text() {
        var text = new StringBuilder();
        for (var node : content) if (node instanceof XmlText t) text.append(t.text());
        return text.toString();
    }

    public boolean is(QName wanted) {
        return name.equals(wanted);
    }
}
