package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;
import org.kalends.problem.CalendarException;
import org.kalends.subscription.Subscription;
import org.kalends.subscription.domain.Source;

/** Where the events of a subscribed calendar come from: the {@code CS:source} of CalendarServer. */
@Dependent
public class SubscriptionSource extends SubscriptionProperty {

    public SubscriptionSource() {
        super(Names.calendarServer("source"));
    }

    @Override
    boolean told(Subscription subscription) {
        return true;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        subscription(subject).ifPresent(one -> out.href(one.source().toString()));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        var href = value == null ? null : value.child(Names.dav("href")).orElse(null);
        if (href == null) throw Refusal.of(409, "A source is an address, and cannot be taken away");
        try {
            var source = Source.read(href.text()).toString();
            return change.following(change.subscription().from(source));
        } catch (CalendarException e) {
            throw Refusal.of(409, String.valueOf(e.getMessage()));
        }
    }
}
