package org.kalends.exchange.migration;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kalends.exchange.folder.FolderPage;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.folder.PageStoring;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.migration.MigrationJob.Counts;
import org.kalends.exchange.migration.MigrationJob.Cursor;
import org.kalends.exchange.migration.store.JobStore;
import org.kalends.exchange.migration.store.JobStore.Held;
import org.kalends.exchange.migration.store.NotedStore;

/**
 * Keeps a page: events, what was taken, counts and the place after it, all in one transaction. Nobody is told of the
 * events, neither by mail nor otherwise.
 */
@Stateless
public class PageWriter {

    @Inject
    PageStoring storing;

    @Inject
    NotedStore noted;

    @Inject
    JobStore jobs;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    /**
     * Where a page goes.
     *
     * @param held whose job it is
     */
    public record To(Place place, Held held) {}

    /**
     * @throws org.kalends.problem.CalendarException if one of them cannot be stored: then none is
     */
    public List<ItemOutcome> store(To to, List<Ready> items) {
        return storing.store(to.place(), items);
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
        noted.note(to.held().job().id(), all);
        if (jobs.advance(to.held(), next, counts(page, all), clock.instant())) return true;
        context.setRollbackOnly();
        return false;
    }

    /** Keeps what was counted. */
    public void verified(Held held, Verification.Result result) {
        noted.noteOthers(held.job().id(), result.differences());
        jobs.verified(held, result.counts());
    }

    private static Counts counts(FolderPage page, List<ItemOutcome> outcomes) {
        return new Counts(
                page.present().size(),
                count(outcomes, Action.CREATED),
                count(outcomes, Action.UPDATED),
                count(outcomes, Action.UNCHANGED) + page.unchanged(),
                count(outcomes, Action.SKIPPED),
                count(outcomes, Action.FAILED) + count(outcomes, Action.HELD));
    }

    private static int count(List<ItemOutcome> outcomes, Action action) {
        return (int) outcomes.stream().filter(one -> one.action() == action).count();
    }
}
