package org.kalends.calendar;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to change of how a calendar follows an address outside; null leaves as it is.
 *
 * @param source where its events come from
 * @param every how often it is looked there; zero leaves that to the feed
 * @param left what is left out of its events from now on
 * @param kept what is not left out any more
 */
public record SubscriptionChange(@Nullable String source, @Nullable Duration every, Set<Strip> left, Set<Strip> kept) {

    public static final SubscriptionChange NONE = new SubscriptionChange(null, null, Set.of(), Set.of());

    /** What of a feed is not taken. */
    public enum Strip {
        ALARMS,
        ATTACHMENTS,
        TODOS
    }

    public SubscriptionChange {
        left = Set.copyOf(left);
        kept = Set.copyOf(kept);
    }

    public SubscriptionChange from(String changed) {
        return new SubscriptionChange(changed, every, left, kept);
    }

    public SubscriptionChange each(Duration changed) {
        return new SubscriptionChange(source, changed, left, kept);
    }

    public SubscriptionChange leaving(Strip strip) {
        return new SubscriptionChange(source, every, with(left, strip), without(kept, strip));
    }

    public SubscriptionChange keeping(Strip strip) {
        return new SubscriptionChange(source, every, without(left, strip), with(kept, strip));
    }

    public boolean nothing() {
        return equals(NONE);
    }

    private static Set<Strip> with(Set<Strip> strips, Strip more) {
        var all = EnumSet.of(more);
        all.addAll(strips);
        return all;
    }

    private static Set<Strip> without(Set<Strip> strips, Strip gone) {
        var rest = EnumSet.allOf(Strip.class);
        rest.retainAll(strips);
        rest.remove(gone);
        return rest;
    }
}
