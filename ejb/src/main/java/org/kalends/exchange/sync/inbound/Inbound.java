package org.kalends.exchange.sync.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.kalends.exchange.sync.Work;
import org.kalends.exchange.sync.store.CursorStore;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.problem.CalendarException;

/** Takes what changed in the calendars of a mailbox since they were looked at last. */
@ApplicationScoped
public class Inbound {

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

    /**
     * A calendar.
     *
     * @param page what came first since the place that was reached; null where all of it is to be looked at
     */
    private record Begun(Place place, @Nullable FolderPage page) {

        boolean deletes() {
            return page != null && !page.gone().isEmpty();
        }
    }

    /**
     * A calendar that was looked at from its beginning on.
     *
     * @param again why some of it is to be taken again; empty if all was
     * @param seen ids of all that it has
     */
    private record Whole(Place place, Optional<String> again, @Nullable String syncState, Set<String> seen) {}

    /**
     * What was moved from one calendar to another is known there before it is missed here.
     *
     * @return why some of it is to be taken again; empty if all was
     */
    public Optional<String> take(Work work) {
        var begun = work.folders().stream().map(folder -> begin(work, folder)).toList();
        var whole = begun.stream()
                .filter(one -> one.page() == null)
                .map(one -> takeAll(work, one.place()))
                .toList();
        var again = new ArrayList<String>();
        for (var one :
                begun.stream().sorted(Comparator.comparing(Begun::deletes)).toList()) {
            if (one.page() != null) follow(work, one.place(), one.page()).ifPresent(again::add);
        }
        for (var one : whole) {
            if (one.syncState() != null) writer.reach(work.held(), one.place(), one.syncState(), one.seen());
            one.again().ifPresent(again::add);
        }
        return again.stream().findFirst();
    }

    private Begun begin(Work work, Folder folder) {
        var place = new Place(work.owner(), folder, folder.equals(work.folders().get(0)));
        var state = cursors.find(work.held().home(), folder.id());
        if (state.isEmpty()) return new Begun(place, null);
        try {
            return new Begun(place, read(work, folder, state.get()));
        } catch (ExchangeRefused e) {
            if (!e.refusal().placeLost()) throw e;
            return new Begun(place, null); // a place that Exchange does not know any more
        }
    }

    /** What came after a place. */
    private Optional<String> follow(Work work, Place place, FolderPage first) {
        var page = first;
        while (true) {
            var again = keep(work, place, page);
            if (again.isPresent()) return again;
            writer.reach(work.held(), place, page.syncState());
            if (page.last()) return again;
            page = read(work, place.folder(), page.syncState());
        }
    }

    /** From the beginning, in one go: what is here already is known by its key. */
    private Whole takeAll(Work work, Place place) {
        var seen = new HashSet<String>();
        String state = null;
        while (true) {
            var page = read(work, place.folder(), state);
            var again = keep(work, place, page);
            if (again.isPresent()) return new Whole(place, again, null, seen);
            seen.addAll(page.present());
            state = page.syncState();
            if (page.last()) return new Whole(place, again, state, seen);
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
