package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.Calendars;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.Origin;
import org.kalends.event.resource.ObjectImport;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.folder.EventForms.Meant;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.folder.store.SpreadStore;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;

/**
 * Stores items of a page as events, with what is to be known to tell whether they change, in the transaction of who
 * calls. Nobody is told of them, neither by mail nor otherwise, unless who calls wants guests to be told.
 */
@ApplicationScoped
public class PageStoring {

    @Inject
    ObjectImport objects;

    @Inject
    Orphans orphans;

    @Inject
    DeclinedInstances declined;

    @Inject
    LoneInstances lone;

    @Inject
    RoomCopies rooms;

    @Inject
    ItemFiles files;

    @Inject
    Moving moving;

    @Inject
    SpreadStore spread;

    @Inject
    Calendars calendars;

    @Inject
    TakenStore taken;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /**
     * Where items go.
     *
     * @param main whether it is the mailbox's default calendar
     * @param announcement whether guests of what is still to come are told
     */
    public record Place(Principal owner, Folder folder, boolean main, Announcement announcement) {

        /** Where nobody is told. */
        public Place(Principal owner, Folder folder, boolean main) {
            this(owner, folder, main, Announcement.NONE);
        }

        UUID home() {
            return owner.id();
        }
    }

    /**
     * @throws org.kalends.problem.CalendarException if one of them cannot be stored
     */
    public List<ItemOutcome> store(Place to, List<Ready> items) {
        var calendar = calendar(to);
        var forms = new EventForms(to.owner(), directory.addressesOf(to.home()));
        var outcomes = new ArrayList<ItemOutcome>();
        var kept = new LinkedHashMap<Uid, Taken>();
        var here = moving.here(to, items);
        var spreads = spread.among(to.home(), items.stream().map(Ready::uid).toList());
        for (var item : whole(to, forms, items)) {
            if (spreads.containsKey(item.uid())) {
                outcomes.add(item.outcome(to.folder(), Action.SKIPPED, "It stands for one instance of a series here"));
                continue;
            }
            var into = moving.calendar(to, calendar, here.get(item.uid()), item);
            var outcome = store(to, into, item, origin(to, forms, item));
            outcomes.add(outcome);
            if (outcome.action().kept()) kept.put(item.uid(), taken(to, forms, item));
        }
        taken.keep(to.home(), kept.values(), clock.instant());
        lone.keep(
                to, items.stream().filter(item -> kept.containsKey(item.uid())).toList());
        rooms.give(to.owner(), items);
        return outcomes;
    }

    /** With what an item alone does not say. */
    private List<Ready> whole(Place to, EventForms forms, List<Ready> items) {
        var joined = declined.kept(forms, orphans.joined(to.home(), items));
        return files.named(to.home(), rooms.worded(to.owner(), joined));
    }

    /** What we would write of what was just read is what is there. */
    private Taken taken(Place to, EventForms forms, Ready item) {
        var parts = Optional.ofNullable(item.text().series())
                .flatMap(series -> forms.of(ToldEvent.of(series, item.text().text()), Kind.SAME))
                .map(Meant::digests)
                .orElse(Map.of());
        return new Taken(item.uid(), item.id(), to.folder().id(), lone.parts(to, item, parts), Kind.SAME);
    }

    private CalendarCollection calendar(Place to) {
        if (to.main()) return calendars.find(to.owner(), Access.DEFAULT);
        var known = taken.calendar(to.home(), to.folder().id());
        if (known.isPresent()) return calendars.find(to.owner(), known.get().toString());
        var made = calendars.create(to.owner(), new Calendars.Change(to.folder().name(), null, null, null));
        taken.keep(to.home(), to.folder().id(), made.id());
        return made;
    }

    private Origin origin(Place to, EventForms forms, Ready item) {
        boolean told = to.announcement() != Announcement.NONE
                && forms.isOwn(item.text().events().lead())
                && new Window(clock.instant(), null).meets(item.text().events());
        return told ? Origin.person(to.owner(), to.announcement()) : Origin.imported(to.owner());
    }

    private ItemOutcome store(Place to, CalendarCollection calendar, Ready item, Origin origin) {
        var outcome = objects.put(origin, calendar, item.text());
        if (outcome instanceof ObjectImport.Outcome.Refused refused) {
            return item.outcome(to.folder(), Action.FAILED, refused.why());
        }
        if (outcome instanceof ObjectImport.Outcome.Held held) {
            return item.outcome(to.folder(), Action.HELD, held.why());
        }
        return item.outcome(to.folder(), action(outcome));
    }

    private static Action action(ObjectImport.Outcome outcome) {
        if (outcome instanceof ObjectImport.Outcome.Imported) return Action.CREATED;
        return outcome instanceof ObjectImport.Outcome.Updated ? Action.UPDATED : Action.UNCHANGED;
    }
}
