package org.kalends.exchange.sync.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.LoneInstances;
import org.kalends.exchange.folder.store.LoneStore;
import org.kalends.exchange.folder.store.LoneStore.Lone;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.sync.LocalChanges;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;

/** Single instances that were items of their own there: one that is thrown away takes no other with it. */
@ApplicationScoped
class LoneItems {

    @Inject
    LoneStore lone;

    @Inject
    TakenStore taken;

    @Inject
    LocalChanges local;

    @Inject
    EventCopies copies;

    @Inject
    OthersMeetings others;

    @Inject
    Clock clock;

    /** The last instance of an event is left to who deletes the event. */
    void deleted(EventForms forms, Collection<String> items) {
        lone.ofItems(forms.owner().id(), items).forEach(one -> delete(forms, one));
    }

    /** The same for those of a calendar that were not seen from its beginning on. */
    void unseen(EventForms forms, String folder, Set<String> seen) {
        lone.others(forms.owner().id(), folder, seen).forEach(one -> delete(forms, one));
    }

    private void delete(EventForms forms, Lone gone) {
        var home = forms.owner().id();
        lone.forget(home, gone);
        var left = lone.of(home, gone.uid());
        var known = taken.find(home, gone.uid());
        if (left.isEmpty() || known.isEmpty()) return;
        if (!local.isChanged(forms, known.get()))
            copies.find(home, gone.uid()).ifPresent(copy -> remove(forms, copy, gone.instance()));
        stand(home, known.get(), left.get(0), gone);
    }

    /** Another item is what is known of the event from now on, and nothing of the one that is gone. */
    private void stand(UUID home, Taken known, Lone other, Lone gone) {
        var parts = LoneInstances.without(known.parts(), gone.instance());
        var now = new Taken(known.uid(), other.item(), other.folder(), parts, known.kind());
        taken.keep(home, Set.of(now), clock.instant());
    }

    private void remove(EventForms forms, StoredEvent copy, Instant instance) {
        var series = copy.series();
        for (var override : series.overrides()) {
            if (!at(series, override).equals(instance) || others.stays(forms, series, override)) continue;
            var rest = series.overrides().stream()
                    .filter(one -> !one.equals(override))
                    .toList();
            if (!rest.isEmpty()) copies.replace(copy, series.withOverrides(rest), Origin.imported(forms.owner()));
        }
    }

    private static Instant at(EventSeries series, EventComponent override) {
        return Expander.recurrenceId(series, override).instant(ZoneOffset.UTC);
    }
}
