package org.kalends.caldav.property;

import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.subscription.Subscription;

/** An empty element that is there when something is left out of what a subscribed calendar takes. */
abstract class StrippedFromSubscription extends SubscriptionProperty {

    private final Strip strip;

    StrippedFromSubscription(QName name, Strip strip) {
        super(name);
        this.strip = strip;
    }

    @Override
    boolean told(Subscription subscription) {
        return subscription.strips().contains(strip);
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        // it says all by being there
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        var subscription = change.subscription();
        return change.following(value == null ? subscription.keeping(strip) : subscription.leaving(strip));
    }
}
