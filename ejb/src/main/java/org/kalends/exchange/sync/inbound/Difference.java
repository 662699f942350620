package org.kalends.exchange.sync.inbound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;

/** What was said of an event and does not count, for people. */
final class Difference {

    private static final int LONGEST = 200;

    private final EventComponent lost;
    private final EventComponent kept;
    private final List<String> words = new ArrayList<>();

    private Difference(EventComponent lost, EventComponent kept) {
        this.lost = lost;
        this.kept = kept;
    }

    static String of(EventSeries lost, EventSeries kept) {
        var difference = new Difference(lost.lead(), kept.lead());
        difference.tell("title", event -> event.details().title());
        difference.tell("place", event -> event.details().location());
        difference.tell("description", event -> event.details().description());
        difference.tell("start", event -> event.timing().start().local());
        difference.tell("end", event -> event.timing().end().local());
        difference.tell("repeats", event -> event.recurrence().rules());
        difference.tell("guests", Difference::guests);
        if (!lost.overrides().equals(kept.overrides())) difference.words.add("single instances");
        return difference.words.isEmpty() ? "nothing that can be seen" : String.join("; ", difference.words);
    }

    private static Collection<String> guests(EventComponent event) {
        return event.attendees().stream()
                .map(one -> one.address().value())
                .sorted()
                .toList();
    }

    private void tell(String name, Function<EventComponent, Object> value) {
        var before = value.apply(lost);
        if (Objects.equals(before, value.apply(kept))) return;
        var text = before.toString();
        words.add(name + " '" + text.substring(0, Math.min(LONGEST, text.length())) + "'");
    }
}
