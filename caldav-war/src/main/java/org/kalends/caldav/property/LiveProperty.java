package org.kalends.caldav.property;

import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;

/** What all live properties have in common: a name, and kinds of resource that have it. */
abstract class LiveProperty implements Property {

    private final QName name;
    private final Set<Kind> kinds;

    LiveProperty(QName name, Set<Kind> kinds) {
        this.name = name;
        this.kinds = Set.copyOf(kinds);
    }

    @Override
    public QName name() {
        return name;
    }

    @Override
    public Set<Kind> on() {
        return kinds;
    }
}
