package org.kalends.caldav.property;

import java.util.EnumSet;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.subscription.Subscription;

/** What only one's own calendars have that follow an address outside. */
abstract class SubscriptionProperty extends LiveProperty implements Settable {

    SubscriptionProperty(QName name) {
        super(name, EnumSet.of(Kind.CALENDAR));
    }

    /** Whether it says something of that calendar. */
    abstract boolean told(Subscription subscription);

    @Override
    public boolean present(Subject subject) {
        return subscription(subject).filter(this::told).isPresent();
    }

    static Optional<Subscription> subscription(Subject subject) {
        return subject.viewing().subscriptionOf(subject.resource().calendar());
    }
}
