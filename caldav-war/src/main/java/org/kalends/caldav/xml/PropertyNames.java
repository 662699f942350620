package org.kalends.caldav.xml;

import static org.kalends.caldav.xml.Names.dav;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.kalends.caldav.http.Refusal;

/**
 * Which properties a request wants.
 *
 * @param names of {@link Wish#NAMED} those asked for, of {@link Wish#ALL} those wanted besides
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918#section-14.20">RFC 4918, 14.20</a>
 */
public record PropertyNames(Wish wish, List<QName> names) {

    /** How the request says it. */
    public enum Wish {
        NAMED,
        ALL,
        NAMES
    }

    public static final PropertyNames ALL = new PropertyNames(Wish.ALL, List.of());

    public PropertyNames {
        names = List.copyOf(names);
    }

    /** Of a PROPFIND or a report; empty where neither says. */
    public static Optional<PropertyNames> in(XmlElement request) {
        var named = request.child(Elements.PROP);
        if (named.isPresent()) return Optional.of(new PropertyNames(Wish.NAMED, names(named.get())));
        if (request.child(dav("propname")).isPresent()) return Optional.of(new PropertyNames(Wish.NAMES, List.of()));
        if (request.child(dav("allprop")).isEmpty()) return Optional.empty();
        return Optional.of(new PropertyNames(
                Wish.ALL,
                request.child(dav("include")).map(PropertyNames::names).orElse(List.of())));
    }

    public static PropertyNames required(XmlElement request) {
        return in(request).orElseThrow(() -> Refusal.badRequest("The body says no property"));
    }

    private static List<QName> names(XmlElement element) {
        return element.children().map(XmlElement::name).distinct().toList();
    }
}
