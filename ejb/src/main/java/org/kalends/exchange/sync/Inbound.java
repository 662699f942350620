package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.folder.FolderPage;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.ItemFiles;
import org.kalends.exchange.folder.PageReading;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.Window;
import org.kalends.exchange.pace.Pace;
import org.kalends.exchange.sync.Following.Work;
import org.kalends.exchange.sync.store.CursorStore;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.problem.CalendarException;

/** Takes what changed in the calendars of a mailbox since they were looked at last. */
@ApplicationScoped
class Inbound {

    @Inject
    PageReading reading;

    @Inject
    ItemFiles files;

    @Inject
    InboundWriter writer;

    @Inject
    CursorStore cursors;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    Pace pace;

    @Inject
    Clock clock;

    /** @return why some of it is to be taken again; empty if all was */
    Optional<String> take(Work work) {
        return work.folders().stream()
                .flatMap(folder -> take(work, folder).stream())
                .reduce((one, other) -> one);
    }

    private Optional<String> take(Work work, Folder folder) {
        var place = new Place(work.owner(), folder, folder.equals(work.folders().get(0)));
        var state = cursors.find(work.held().home(), folder.id());
        try {
            return state.isPresent() ? follow(work, place, state.get()) : takeAll(work, place);
        } catch (ExchangeRefused e) {
            if (!e.refusal().placeLost() || state.isEmpty()) throw e;
            return takeAll(work, place); // a place that Exchange does not know any more
        }
    }

    /** What came after a place. */
    private Optional<String> follow(Work work, Place place, String from) {
        var state = from;
        while (true) {
            var page = read(work, place.folder(), state);
            var again = keep(work, place, page);
            if (again.isPresent()) return again;
            state = page.syncState();
            writer.reach(work.held(), place, state);
            if (page.last()) return again;
        }
    }

    /** From the beginning, in one go: what is here already is known by its key. */
    private Optional<String> takeAll(Work work, Place place) {
        var seen = new HashSet<String>();
        String state = null;
        while (true) {
            var page = read(work, place.folder(), state);
            var again = keep(work, place, page);
            if (again.isPresent()) return again;
            seen.addAll(page.present());
            state = page.syncState();
            if (!page.last()) continue;
            writer.reach(work.held(), place, page.syncState(), seen);
            return again;
        }
    }

    private FolderPage read(Work work, Folder folder, @Nullable String state) {
        var from = from(work, folder, state);
        return files.brought(from, reading.read(from));
    }

    private PageReading.From from(Work work, Folder folder, @Nullable String state) {
        return new PageReading.From(
                work.owner(), work.held().subscription().mailbox(), folder, Window.ALWAYS, state, () -> {
                    pace.hold();
                    subscriptions.renew(work.held(), clock.instant());
                });
    }

    /** Where something of a page cannot be stored, each by itself shows what. */
    private Optional<String> keep(Work work, Place place, FolderPage page) {
        try {
            return writer.keep(work.held(), place, page);
        } catch (CalendarException e) {
            var again = page.ready().stream()
                    .flatMap(item -> keepOne(work, place, item).stream())
                    .reduce((one, other) -> one);
            return again.isPresent() ? again : writer.keep(work.held(), place, page.with(List.of()));
        }
    }

    private Optional<String> keepOne(Work work, Place place, Ready item) {
        try {
            return writer.keep(work.held(), place, List.of(item));
        } catch (CalendarException e) {
            writer.refuse(place, item, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
