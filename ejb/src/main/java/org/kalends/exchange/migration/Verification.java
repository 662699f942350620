package org.kalends.exchange.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.folder.CalendarView;
import org.kalends.exchange.folder.CalendarView.Look;
import org.kalends.exchange.folder.CalendarView.Shown;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.folder.store.ShownStore;
import org.kalends.exchange.folder.store.SpreadStore;
import org.kalends.exchange.migration.MigrationJob.Manner;
import org.kalends.exchange.migration.MigrationJob.Verified;
import org.kalends.icalendar.Uid;
import org.kalends.time.Interval;

/**
 * Counts instances there against instances here, a year back and a year ahead. Events that were made here and are not of
 * Exchange do not count.
 */
@ApplicationScoped
class Verification {

    @Inject
    CalendarView view;

    @Inject
    ShownStore here;

    @Inject
    SpreadStore spread;

    @Inject
    Clock clock;

    /** Its result. */
    record Result(Verified counts, List<ItemOutcome> differences) {}

    Result verify(MigrationJob job, List<Folder> folders, Runnable beforeEach) {
        var range = range(job.manner());
        int there = 0;
        int present = 0;
        var differences = new ArrayList<ItemOutcome>();
        for (var folder : folders) {
            var shown = new HashMap<>(view.shown(new Look(job.mailbox(), folder, range, beforeEach)));
            spread.among(job.home(), shown.keySet()).keySet().forEach(shown::remove);
            var stored = here.instances(job.home(), folder.id(), range);
            there += shown.values().stream().mapToInt(Shown::instances).sum();
            present += stored.values().stream().mapToInt(Integer::intValue).sum();
            differences.addAll(differences(folder, range, shown, stored));
        }
        return new Result(new Verified(there, present, differences.size()), differences);
    }

    /** From noon to noon: there a whole day is one of any zone. */
    private Interval range(Manner manner) {
        var today = clock.instant().atOffset(ZoneOffset.UTC).with(LocalTime.NOON);
        var from = later(today.minusYears(1).toInstant(), manner.from());
        var to = earlier(today.plusYears(1).toInstant(), manner.to());
        return new Interval(from, to.isAfter(from) ? to : from);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static List<ItemOutcome> differences(
            Folder folder, Interval range, Map<Uid, Shown> shown, Map<Uid, Integer> stored) {
        var all = new HashMap<Uid, Shown>(shown);
        stored.keySet().forEach(uid -> all.putIfAbsent(uid, new Shown("shown:" + uid.value(), "", 0)));
        return all.entrySet().stream()
                .filter(one -> one.getValue().instances() != stored.getOrDefault(one.getKey(), 0))
                .map(one ->
                        difference(folder, range, one.getKey(), one.getValue(), stored.getOrDefault(one.getKey(), 0)))
                .toList();
    }

    private static ItemOutcome difference(Folder folder, Interval range, Uid uid, Shown shown, int present) {
        var reason = "Exchange shows " + shown.instances() + " of it between " + range.start() + " and " + range.end()
                + ", Kalends " + present;
        return new ItemOutcome(shown.item(), uid.value(), folder.name(), shown.title(), Action.DIFFERS, reason);
    }
}
