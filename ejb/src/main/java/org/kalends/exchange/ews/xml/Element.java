package org.kalends.exchange.ews.xml;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A piece of a message. Names begin as on Microsoft's pages: {@code m:} for messages, {@code t:} for types, {@code soap:}
 * for the envelope; what belongs to none of these has no prefix.
 *
 * @param text empty where there are children
 */
public record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    public Element {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes)); // in the same order on each run
        children = List.copyOf(children);
    }

    public static Element of(String name, Element... children) {
        return of(name, List.of(children));
    }

    public static Element of(String name, List<Element> children) {
        return new Element(name, Map.of(), "", children);
    }

    public static Element text(String name, String text) {
        return new Element(name, Map.of(), text, List.of());
    }

    /** The same with an attribute more. */
    public Element with(String attribute, String value) {
        var more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new Element(name, more, text, children);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** Whether it has the attribute, with that value. */
    public boolean has(String attribute, String value) {
        return value.equals(attributes.get(attribute));
    }

    /** The first of that name among the children. */
    public Optional<Element> child(String name) {
        return children.stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** The text of the first child of that name. */
    public Optional<String> value(String name) {
        return child(name).map(Element::text);
    }

    /** Whether the first child of that name says {@code true}. */
    public boolean holds(String name) {
        return value(name).filter("true"::equals).isPresent();
    }

    /** All of that name, however deep, itself among them. */
    public Stream<Element> all(String name) {
        var below = children.stream().flatMap(child -> child.all(name));
        return this.name.equals(name) ? Stream.concat(Stream.of(this), below) : below;
    }
}
