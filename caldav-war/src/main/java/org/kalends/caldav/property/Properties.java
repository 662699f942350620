package org.kalends.caldav.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.PropertyNames.Wish;

/** All properties by their names. */
@ApplicationScoped
public class Properties {

    private final Map<QName, Property> byName = new HashMap<>();

    @Inject
    void collect(@Any Instance<Property> all) {
        for (var property : all) byName.put(property.name(), property);
    }

    public @Nullable Property find(QName name) {
        return byName.get(name);
    }

    /** Whether the server itself makes all that is asked for: of {@code DAV:} nobody keeps a property of his own. */
    public boolean ownOnly(PropertyNames wanted, Kind kind) {
        return wanted.wish() == Wish.NAMED
                && wanted.names().stream()
                        .allMatch(name -> name.getNamespaceURI().equals(Names.DAV) || live(name, kind));
    }

    /** Whether what a list tells of objects is enough to answer. */
    public boolean ofMembers(PropertyNames wanted) {
        return wanted.wish() == Wish.NAMED && wanted.names().stream().allMatch(this::ofMember);
    }

    private boolean ofMember(QName name) {
        var property = find(name);
        return property == null || !property.on().contains(Kind.OBJECT) || property.ofMember();
    }

    private boolean live(QName name, Kind kind) {
        var property = find(name);
        return property != null && property.on().contains(kind);
    }

    /** Those that resources of the kind may have, in the order of their names. */
    public List<Property> of(Kind kind) {
        return byName.values().stream()
                .filter(property -> property.on().contains(kind))
                .sorted((a, b) -> a.name().toString().compareTo(b.name().toString()))
                .toList();
    }
}
