package org.kalends.exchange.sync.inbound;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.folder.Answers;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;

/**
 * What a guest made his own of somebody else's meeting here: his answers, his reminders, and how it takes his time.
 *
 * @param answers whether he answered since
 * @param rest whether he changed his reminders or how it takes his time since
 */
record OwnSide(EventForms forms, EventSeries here, boolean answers, boolean rest) {

    /** @param known digests of what was there */
    static OwnSide since(Map<String, String> known, EventForms forms, ToldEvent here, Kind kind) {
        var now = forms.of(here, kind).map(EventForms.Meant::digests).orElse(Map.of());
        return new OwnSide(
                forms,
                here.series(),
                !Answers.among(now).equals(Answers.among(known)),
                !withoutAnswers(now).equals(withoutAnswers(known)));
    }

    private static Map<String, String> withoutAnswers(Map<String, String> parts) {
        var rest = new TreeMap<>(parts);
        rest.keySet().removeAll(Answers.among(parts).keySet());
        return rest;
    }

    /** The meeting as it is there, and one's own as it is here. */
    EventSeries in(EventSeries there) {
        var master = there.master();
        var merged = master == null ? there : there.withMaster(with(master, here.master()));
        for (var override : here.overrides()) {
            var at = Expander.recurrenceId(here, override).instant(ZoneOffset.UTC);
            var found = Instances.find(merged, at).map(Instances::override);
            if (found.isPresent()) merged = Instances.with(merged, with(found.get(), override));
        }
        return merged;
    }

    private EventComponent with(EventComponent there, @Nullable EventComponent own) {
        if (own == null) return there;
        var answered = answers ? there.withAttendees(attendees(there, own)) : there;
        return rest
                ? answered.withAlarms(own.alarms())
                        .withLabels(
                                answered.labels().withTransparency(own.labels().transparency()))
                : answered;
    }

    private List<Attendee> attendees(EventComponent there, EventComponent own) {
        return there.attendees().stream()
                .map(one -> isSelf(one) ? self(own).orElse(one) : one)
                .toList();
    }

    private Optional<Attendee> self(EventComponent event) {
        return event.attendees().stream().filter(this::isSelf).findFirst();
    }

    private boolean isSelf(Attendee attendee) {
        return forms.self().contains(attendee.address());
    }
}
