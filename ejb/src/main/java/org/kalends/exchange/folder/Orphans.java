package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.event.EventCopies;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;

/** Instances to which somebody is invited without their series: they join what is here of it, item by item. */
@ApplicationScoped
class Orphans {

    @Inject
    EventCopies copies;

    List<Ready> joined(UUID home, List<Ready> items) {
        return items.stream().map(item -> joined(home, item)).toList();
    }

    private Ready joined(UUID home, Ready item) {
        var alone = item.text().events();
        if (alone.master() != null) return item;
        return copies.look(home, item.uid())
                .map(here -> item.with(item.text().with(joined(here.series(), alone))))
                .orElse(item);
    }

    private static EventSeries joined(EventSeries here, EventSeries alone) {
        var told = alone.overrides().stream().map(EventComponent::recurrenceId).collect(Collectors.toSet());
        var others =
                here.overrides().stream().filter(one -> !told.contains(Objects.requireNonNull(one.recurrenceId())));
        return here.withOverrides(
                Stream.concat(alone.overrides().stream(), others).toList());
    }
}
