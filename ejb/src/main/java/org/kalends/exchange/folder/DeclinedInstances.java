package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.event.EventCopies;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;

/** Exchange throws away what is declined; here it stays, and can be accepted after all. */
@ApplicationScoped
class DeclinedInstances {

    @Inject
    EventCopies copies;

    List<Ready> kept(EventForms forms, List<Ready> items) {
        return items.stream().map(item -> kept(forms, item)).toList();
    }

    private Ready kept(EventForms forms, Ready item) {
        var there = item.text().events();
        var master = there.master();
        if (master == null
                || !forms.isAnothers(master)
                || master.recurrence().excluded().isEmpty()) return item;
        return copies.look(forms.owner().id(), item.uid())
                .map(here -> item.with(item.text().with(kept(forms, here.series(), there, master))))
                .orElse(item);
    }

    private static EventSeries kept(EventForms forms, EventSeries here, EventSeries there, EventComponent master) {
        var declined = declined(forms, here);
        var recurrence = master.recurrence();
        var back = recurrence.excluded().stream()
                .filter(time -> declined.containsKey(time.instant(ZoneOffset.UTC)))
                .toList();
        if (back.isEmpty()) return there;
        var excluded = recurrence.excluded().stream()
                .filter(time -> !back.contains(time))
                .toList();
        var instances = back.stream().map(time -> declined.get(time.instant(ZoneOffset.UTC)));
        return there.withMaster(master.withRecurrence(recurrence.withExcluded(excluded)))
                .withOverrides(
                        Stream.concat(there.overrides().stream(), instances).toList());
    }

    private static Map<Instant, EventComponent> declined(EventForms forms, EventSeries here) {
        return here.overrides().stream()
                .filter(forms::isDeclined)
                .collect(Collectors.toMap(
                        override -> Expander.recurrenceId(here, override).instant(ZoneOffset.UTC),
                        Function.identity(),
                        (one, other) -> one));
    }
}
