package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;
import org.kalends.icalendar.Times;
import org.kalends.subscription.Subscription;

/** How often a subscribed calendar is to be looked at: the {@code A:refreshrate} of Apple, a duration. */
@Dependent
public class RefreshRate extends SubscriptionProperty {

    public RefreshRate() {
        super(Names.apple("refreshrate"));
    }

    @Override
    boolean told(Subscription subscription) {
        return subscription.every() != null;
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        subscription(subject).ifPresent(one -> out.text(Times.text(Objects.requireNonNull(one.every()))));
    }

    @Override
    public CollectionChange set(CollectionChange change, @Nullable XmlElement value) {
        if (value == null) return change.following(change.subscription().each(Duration.ZERO));
        var every = duration(value.text().strip());
        if (every.isNegative() || every.isZero()) throw Refusal.of(409, "The rate is longer than nothing");
        return change.following(change.subscription().each(every));
    }

    private static Duration duration(String text) {
        try {
            return Times.duration(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.of(409, "The rate is a duration like P1D or PT1H");
        }
    }
}
