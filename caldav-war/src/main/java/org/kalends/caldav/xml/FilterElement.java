package org.kalends.caldav.xml;

import static org.kalends.caldav.xml.Names.caldav;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.event.resource.filter.Collation;
import org.kalends.event.resource.filter.ComponentFilter;
import org.kalends.event.resource.filter.ParameterFilter;
import org.kalends.event.resource.filter.Presence;
import org.kalends.event.resource.filter.PropertyFilter;
import org.kalends.event.resource.filter.TextMatch;
import org.kalends.event.resource.filter.TextMatch.Sense;
import org.kalends.time.Interval;

/**
 * CALDAV:filter, read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.7">RFC 4791, 9.7</a>
 */
public final class FilterElement {

    private static final QName COMPONENT = caldav("comp-filter");
    private static final QName PROPERTY = caldav("prop-filter");
    private static final QName PARAMETER = caldav("param-filter");
    private static final QName RANGE = caldav("time-range");
    private static final QName MATCH = caldav("text-match");
    private static final QName ABSENT = caldav("is-not-defined");

    private FilterElement() {}

    /** @throws Refusal 403 with valid-filter or supported-collation */
    public static ComponentFilter read(XmlElement filter) {
        var components = filter.children(COMPONENT).toList();
        if (components.size() != 1) throw invalid("There must be one comp-filter, on VCALENDAR");
        var read = component(components.get(0));
        if (!read.name().equals("VCALENDAR")) throw invalid("The outermost comp-filter must be on VCALENDAR");
        return read;
    }

    private static ComponentFilter component(XmlElement element) {
        known(element, List.of(COMPONENT, PROPERTY, RANGE, ABSENT));
        return new ComponentFilter(
                name(element),
                presence(element),
                range(element),
                element.children(PROPERTY).map(FilterElement::property).toList(),
                element.children(COMPONENT).map(FilterElement::component).toList());
    }

    private static PropertyFilter property(XmlElement element) {
        known(element, List.of(PARAMETER, RANGE, MATCH, ABSENT));
        return new PropertyFilter(
                name(element),
                presence(element),
                range(element),
                match(element),
                element.children(PARAMETER).map(FilterElement::parameter).toList());
    }

    private static ParameterFilter parameter(XmlElement element) {
        known(element, List.of(MATCH, ABSENT));
        return new ParameterFilter(name(element), presence(element), match(element));
    }

    private static void known(XmlElement element, List<QName> names) {
        element.children()
                .filter(child -> !names.contains(child.name()))
                .findFirst()
                .ifPresent(child -> {
                    throw Refusal.precondition(
                            403,
                            caldav("supported-filter"),
                            child.name().getLocalPart() + " is not understood here",
                            out -> out.empty(caldav(element.name().getLocalPart()), "name", name(element)));
                });
    }

    private static String name(XmlElement element) {
        return element.attribute("name")
                .map(name -> name.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> invalid(element.name().getLocalPart() + " has no name"));
    }

    private static Presence presence(XmlElement element) {
        return element.child(ABSENT).isPresent() ? Presence.ABSENT : Presence.PRESENT;
    }

    private static @Nullable Interval range(XmlElement element) {
        return element.child(RANGE).map(TimeRange::read).orElse(null);
    }

    private static @Nullable TextMatch match(XmlElement element) {
        Optional<XmlElement> found = element.child(MATCH);
        if (found.isEmpty()) return null;
        var match = found.get();
        var token = match.attribute("collation").orElse(Collation.ASCII_CASEMAP.token());
        var collation = token.equals("default") ? Optional.of(Collation.ASCII_CASEMAP) : Collation.of(token);
        boolean negated = match.attribute("negate-condition").orElse("no").equals("yes");
        return new TextMatch(
                match.text(),
                collation.orElseThrow(() -> Refusal.precondition(
                        403, caldav("supported-collation"), token + " is no collation of this server")),
                negated ? Sense.CONTAINS_NOT : Sense.CONTAINS);
    }

    private static Refusal invalid(String detail) {
        return Refusal.precondition(403, caldav("valid-filter"), detail);
    }
}
