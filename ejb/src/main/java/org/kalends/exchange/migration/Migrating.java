package org.kalends.exchange.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.MailboxLookup;
import org.kalends.exchange.MailboxLookup.Outcome;
import org.kalends.exchange.RefusalWords;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.folder.FolderPage;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.ItemFiles;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.folder.PageReading;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.Window;
import org.kalends.exchange.migration.MigrationJob.Cursor;
import org.kalends.exchange.migration.MigrationJob.Mode;
import org.kalends.exchange.migration.PageWriter.To;
import org.kalends.exchange.migration.store.JobStore;
import org.kalends.exchange.migration.store.JobStore.Held;
import org.kalends.exchange.pace.Pace;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.time.Backoff;

/** Works on a job, page by page, until it is at its end, has to wait, or is taken away. */
@ApplicationScoped
public class Migrating {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));
    private static final Logger LOG = System.getLogger(Migrating.class.getName());

    /** The job is not in these hands any more. */
    private static final class JobTaken extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @Inject
    JobStore jobs;

    @Inject
    MailboxLookup mailboxes;

    @Inject
    EwsClient exchange;

    @Inject
    Pace pace;

    @Inject
    PageReading reading;

    @Inject
    ItemFiles files;

    @Inject
    PageWriter writer;

    @Inject
    Verification verification;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** Works on the one that waits longest; empty when none is due, or there is no Exchange to ask. */
    public Optional<MigrationJob> next() {
        if (!exchange.isThere() || !pace.admitsMove()) return Optional.empty();
        var held = jobs.claim(clock.instant());
        held.ifPresent(this::work);
        return held.map(Held::job);
    }

    private void work(Held held) {
        try {
            var found = mailboxes.find(held.job().mailbox().value());
            if (found instanceof Outcome.Found there) work(held, there.mailbox().calendars());
            else if (found instanceof Outcome.NotUsable not) fail(held, not.reason());
            else if (found instanceof Outcome.Away away) wait(held, away.reason(), away.pause());
        } catch (ExchangeAway e) {
            wait(held, String.valueOf(e.getMessage()), Optional.empty());
        } catch (ExchangeRefused e) {
            refused(held, e);
        } catch (CalendarException e) {
            fail(held, String.valueOf(e.getMessage()));
        } catch (JobTaken e) {
            LOG.log(
                    Logger.Level.DEBUG,
                    "Somebody else has the job of {0} now",
                    held.job().mailbox());
        }
    }

    private void refused(Held held, ExchangeRefused e) {
        var words = RefusalWords.of(e.refusal());
        if (e.refusal().passes()) wait(held, words, e.refusal().pause());
        else fail(held, words);
    }

    private void fail(Held held, String problem) {
        jobs.fail(held, problem, clock.instant());
    }

    /** As long as Exchange says, or longer from time to time. */
    private void wait(Held held, String problem, Optional<Duration> pause) {
        pause.ifPresent(pace::slower);
        var time = pause.orElseGet(() -> PAUSES.after(held.job().attempts()));
        jobs.wait(held, problem, clock.instant().plus(time));
    }

    private void work(Held held, List<Folder> folders) {
        var owner = directory.byId(held.job().home());
        if (owner.isEmpty()) {
            fail(held, "Whose mailbox it is is not here any more");
            return;
        }
        jobs.expect(held, folders.stream().mapToLong(Folder::items).sum());
        if (held.job().manner().mode() != Mode.VERIFICATION && !take(held, owner.get(), folders)) return;
        if (held.job().manner().mode() != Mode.REHEARSAL) verify(held, folders);
        jobs.done(held, clock.instant());
    }

    private void verify(Held held, List<Folder> folders) {
        var result = verification.verify(held.job(), folders, () -> renew(held));
        writer.verified(held, result);
    }

    /** False if the job is not in these hands any more. */
    private boolean take(Held held, Principal owner, List<Folder> folders) {
        var cursor = held.job().cursor();
        for (int at = place(folders, cursor); at < folders.size(); at++) {
            var to = new To(
                    new Place(
                            owner, folders.get(at), at == 0, held.job().manner().announcement()),
                    held);
            var state = folders.get(at).id().equals(cursor.folder()) ? cursor.syncState() : null;
            if (!folder(to, new Cursor(folders.get(at).id(), state))) return false;
        }
        return true;
    }

    /** A calendar that is gone is no place to go on from: what was taken already is passed over soon. */
    private static int place(List<Folder> folders, Cursor cursor) {
        for (int at = 0; at < folders.size(); at++) {
            if (folders.get(at).id().equals(cursor.folder())) return at;
        }
        return 0;
    }

    /** False if the job is not in these hands any more. */
    private boolean folder(To to, Cursor from) {
        var cursor = from;
        while (true) {
            var page = read(to, cursor);
            cursor = new Cursor(to.place().folder().id(), page.syncState());
            if (!keep(to, page, cursor)) return false;
            if (page.last()) return true;
            if (pace.crowded()) {
                jobs.wait(to.held(), "Others come first while Exchange is busy", clock.instant());
                return false;
            }
        }
    }

    /** A place that Exchange does not know any more is its beginning: what was taken is known by its key. */
    private FolderPage read(To to, Cursor cursor) {
        try {
            return read(to, cursor.syncState());
        } catch (ExchangeRefused e) {
            if (!e.refusal().placeLost() || cursor.syncState() == null) throw e;
            return read(to, (String) null);
        }
    }

    private FolderPage read(To to, @Nullable String syncState) {
        var from = from(to, syncState);
        var page = reading.read(from);
        return rehearses(to) ? files.left(page) : files.brought(from, page);
    }

    private PageReading.From from(To to, @Nullable String syncState) {
        var job = to.held().job();
        return new PageReading.From(
                to.place().owner(),
                job.mailbox(),
                to.place().folder(),
                new Window(job.manner().from(), job.manner().to()),
                syncState,
                () -> renew(to.held()));
    }

    private void renew(Held held) {
        pace.hold();
        if (!jobs.renew(held, clock.instant())) throw new JobTaken();
    }

    private boolean keep(To to, FolderPage page, Cursor next) {
        try {
            return rehearses(to)
                    ? writer.close(to, page, writer.rehearse(to, page.ready()), next)
                    : writer.keep(to, page, next);
        } catch (CalendarException e) {
            return writer.close(to, page, oneByOne(to, page), next);
        }
    }

    /** Something of the page cannot be stored: each by itself shows what. */
    private List<ItemOutcome> oneByOne(To to, FolderPage page) {
        var outcomes = new ArrayList<ItemOutcome>();
        for (var item : page.ready()) {
            try {
                var one = List.of(item);
                outcomes.addAll(rehearses(to) ? writer.rehearse(to, one) : writer.store(to, one));
            } catch (CalendarException e) {
                outcomes.add(refused(to, item, e));
            }
        }
        return outcomes;
    }

    private static boolean rehearses(To to) {
        return to.held().job().manner().mode() == Mode.REHEARSAL;
    }

    private static ItemOutcome refused(To to, Ready item, CalendarException e) {
        return item.outcome(to.place().folder(), Action.FAILED, String.valueOf(e.getMessage()));
    }
}
