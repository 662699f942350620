package org.kalends.exchange.sync.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.Reply;
import org.kalends.exchange.folder.store.SpreadStore;
import org.kalends.exchange.folder.store.SpreadStore.Single;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.form.ItemForm;
import org.kalends.exchange.item.form.ItemOperations;
import org.kalends.exchange.item.form.SpreadForm;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.outbound.ItemWriting.Target;
import org.kalends.exchange.sync.store.OutboundStore;
import org.kalends.icalendar.Uid;

/**
 * Writes series for which Exchange has no recurrence, or that are not here whole: each instance of some time as an
 * appointment by itself.
 */
@ApplicationScoped
class SpreadWriting {

    private static final int LOT = 50;
    private static final Duration FRESH = Duration.ofDays(7);

    @Inject
    EwsClient exchange;

    @Inject
    ItemWriting writing;

    @Inject
    SpreadStore spread;

    @Inject
    OutboundStore outbound;

    @Inject
    Clock clock;

    /**
     * @param beforeEach run before each question, as there may be many
     * @return what people should know of it; empty where nothing was to be written
     */
    Optional<String> write(Target target, String folder, ToldEvent told, Runnable beforeEach) {
        var home = target.forms().owner().id();
        var forms = target.forms();
        var form =
                SpreadForm.of(told, one -> !forms.isDeclined(one), forms.owner().zone(), clock.instant());
        boolean news = told.series().master() != null && !spread.knows(home, target.uid());
        spread.written(home, target.uid(), clock.instant());
        var known = spread.of(home, target.uid());
        known.values().stream()
                .filter(one -> !form.items().containsKey(one.uid()))
                .forEach(one -> delete(target, one, beforeEach));
        form.items().forEach((uid, item) -> {
            var before = known.get(uid);
            if (before == null || before.digest().equals(item.digest())) return;
            beforeEach.run();
            update(target, before, item);
        });
        var missing = form.items().entrySet().stream()
                .filter(one -> !known.containsKey(one.getKey()))
                .toList();
        for (int first = 0; first < missing.size(); first += LOT) {
            beforeEach.run();
            create(target, folder, missing.subList(first, Math.min(missing.size(), first + LOT)));
        }
        return news || form.left() > 0 && !missing.isEmpty() ? Optional.of(words(form)) : Optional.empty();
    }

    private static String words(SpreadForm form) {
        var left = form.left() == 0 ? "" : "; " + form.left() + " more are not there";
        return "Exchange has no recurrence that says the same: " + form.items().size()
                + " instances of a year back and a year ahead are appointments there" + left;
    }

    /** The time that is covered goes on. */
    void refresh(UUID home) {
        var now = clock.instant();
        spread.writtenBefore(home, now.minus(FRESH)).forEach(series -> outbound.note(home, series, now));
    }

    /** All of them, as the series is none any more, or one that Exchange has a recurrence for. */
    void delete(Target target, Runnable beforeEach) {
        var home = target.forms().owner().id();
        if (!spread.knows(home, target.uid())) return;
        spread.of(home, target.uid()).values().forEach(one -> delete(target, one, beforeEach));
        spread.forget(home, target.uid());
    }

    private void delete(Target target, Single one, Runnable beforeEach) {
        beforeEach.run();
        writing.unlessGone(target, ItemOperations.delete(one.item()));
        spread.forget(target.forms().owner().id(), one);
    }

    private void update(Target target, Single before, ItemForm form) {
        var fields = form.differing(Map.of());
        var item = writing.ask(target, ItemOperations.update(before.item(), fields));
        keep(target, new Single(before.uid(), before.series(), item, before.folder(), form.digest()));
    }

    /** Those that Exchange made are known, whatever it says of others. */
    private void create(Target target, String folder, List<Map.Entry<Uid, ItemForm>> forms) {
        var missing = new ArrayList<>(forms);
        if (target.changed().tried()) missing.removeIf(one -> found(target, folder, one));
        if (missing.isEmpty()) return;
        writing.trying(target);
        var replies = exchange.ask(ItemOperations.create(folder, missing), target.mailbox());
        var made = new ArrayList<Single>();
        for (int i = 0; i < Math.min(missing.size(), replies.size()); i++) {
            var one = missing.get(i);
            if (replies.get(i) instanceof Reply.Done done)
                ItemOperations.ids(done.message()).forEach(item -> made.add(single(target, folder, one, item)));
        }
        spread.keep(target.forms().owner().id(), made);
        for (var reply : replies) {
            if (reply instanceof Reply.Refused refused) throw new ExchangeRefused(refused);
        }
    }

    private boolean found(Target target, String folder, Map.Entry<Uid, ItemForm> form) {
        var item = writing.made(target, folder, form.getKey());
        item.ifPresent(there -> keep(target, single(target, folder, form, there)));
        return item.isPresent();
    }

    private static Single single(Target target, String folder, Map.Entry<Uid, ItemForm> form, ItemId item) {
        return new Single(
                form.getKey(), target.uid(), item, folder, form.getValue().digest());
    }

    private void keep(Target target, Single one) {
        spread.keep(target.forms().owner().id(), List.of(one));
    }
}
