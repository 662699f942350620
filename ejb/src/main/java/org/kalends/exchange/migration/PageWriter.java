package org.kalends.exchange.migration;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.Calendars;
import org.kalends.event.resource.ObjectImport;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.migration.FolderPage.Ready;
import org.kalends.exchange.migration.ItemOutcome.Action;
import org.kalends.exchange.migration.MigrationJob.Counts;
import org.kalends.exchange.migration.MigrationJob.Cursor;
import org.kalends.exchange.migration.store.JobStore;
import org.kalends.exchange.migration.store.JobStore.Held;
import org.kalends.exchange.migration.store.TakenStore;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Principal;

/**
 * Keeps a page: events, what was taken, counts and the place after it, all in one transaction. Nobody is told of the
 * events, neither by mail nor otherwise.
 */
@Stateless
public class PageWriter {

    @Inject
    ObjectImport objects;

    @Inject
    Calendars calendars;

    @Inject
    TakenStore taken;

    @Inject
    JobStore jobs;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    /**
     * Where a page goes.
     *
     * @param main whether it is the mailbox's default calendar
     * @param held whose job it is
     */
    public record To(Principal owner, Held held, Folder folder, boolean main) {

        UUID home() {
            return owner.id();
        }
    }

    /**
     * @throws org.kalends.problem.CalendarException if one of them cannot be stored: then none is
     */
    public List<ItemOutcome> store(To to, List<Ready> items) {
        var calendar = calendar(to);
        var outcomes = new ArrayList<ItemOutcome>();
        var kept = new LinkedHashMap<Uid, ItemId>();
        for (var item : items) {
            var outcome = store(to, calendar, item);
            outcomes.add(outcome);
            if (outcome.action() != Action.FAILED) kept.put(item.uid(), item.id());
        }
        taken.keep(to.home(), to.folder().id(), kept, clock.instant());
        return outcomes;
    }

    /** What {@link #store} would do. */
    public List<ItemOutcome> rehearse(To to, List<Ready> items) {
        var outcomes = store(to, items);
        context.setRollbackOnly();
        return outcomes;
    }

    /** Stores what is ready and goes on. False, and nothing is kept, if the job is not in these hands any more. */
    public boolean keep(To to, FolderPage page, Cursor next) {
        return close(to, page, store(to, page.ready()), next);
    }

    /** Goes on with what became of the page otherwise. */
    public boolean close(To to, FolderPage page, List<ItemOutcome> outcomes, Cursor next) {
        var all = new ArrayList<>(outcomes);
        all.addAll(page.left());
        taken.note(to.held().job().id(), all);
        if (jobs.advance(to.held(), next, counts(page, all), clock.instant())) return true;
        context.setRollbackOnly();
        return false;
    }

    private CalendarCollection calendar(To to) {
        if (to.main()) return calendars.find(to.owner(), Access.DEFAULT);
        var known = taken.calendar(to.home(), to.folder().id());
        if (known.isPresent()) return calendars.find(to.owner(), known.get().toString());
        var made = calendars.create(to.owner(), new Calendars.Change(to.folder().name(), null, null, null));
        taken.keep(to.home(), to.folder().id(), made.id());
        return made;
    }

    private ItemOutcome store(To to, CalendarCollection calendar, Ready item) {
        var outcome = objects.put(to.owner(), calendar, item.text());
        if (outcome instanceof ObjectImport.Outcome.Refused refused) {
            return item.outcome(to.folder(), Action.FAILED, refused.why());
        }
        return item.outcome(to.folder(), action(outcome), item.losses());
    }

    private static Action action(ObjectImport.Outcome outcome) {
        if (outcome instanceof ObjectImport.Outcome.Imported) return Action.CREATED;
        return outcome instanceof ObjectImport.Outcome.Updated ? Action.UPDATED : Action.UNCHANGED;
    }

    private static Counts counts(FolderPage page, List<ItemOutcome> outcomes) {
        return new Counts(
                page.seen(),
                count(outcomes, Action.CREATED),
                count(outcomes, Action.UPDATED),
                count(outcomes, Action.UNCHANGED) + page.unchanged(),
                count(outcomes, Action.SKIPPED),
                count(outcomes, Action.FAILED));
    }

    private static int count(List<ItemOutcome> outcomes, Action action) {
        return (int) outcomes.stream().filter(one -> one.action() == action).count();
    }
}
