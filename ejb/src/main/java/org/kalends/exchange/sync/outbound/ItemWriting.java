package org.kalends.exchange.sync.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.folder.Answers;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.EventForms.Meant;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.form.ItemOperations;
import org.kalends.exchange.item.form.SeriesForm;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.store.OutboundStore;
import org.kalends.exchange.sync.store.OutboundStore.Changed;
import org.kalends.icalendar.Uid;

/**
 * Writes single items. What is there by then is noted after each step, so that it is known by its key when Exchange
 * tells of it.
 */
@ApplicationScoped
class ItemWriting {

    private static final String INSTANCE_GONE = "ErrorCalendarOccurrenceIsDeletedFromRecurrence";

    @Inject
    EwsClient exchange;

    @Inject
    TakenStore taken;

    @Inject
    OutboundStore outbound;

    @Inject
    Clock clock;

    /** An event to be written. */
    record Target(String mailbox, EventForms forms, Changed changed) {

        Uid uid() {
            return changed.uid();
        }
    }

    void delete(Target target, Taken there) {
        unlessGone(target, ItemOperations.delete(there.item()));
        taken.forget(target.forms().owner().id(), target.uid());
    }

    /** What is gone already is well deleted. */
    void unlessGone(Target target, Element deletion) {
        try {
            exchange.askAll(deletion, target.mailbox());
        } catch (ExchangeRefused e) {
            boolean gone = e.refusal().missing() || e.refusal().code().equals(INSTANCE_GONE);
            if (!gone) throw e;
        }
    }

    /** False if Exchange cannot say it. */
    boolean create(Target target, String folder, ToldEvent told) {
        var kind = target.forms().isAnothers(told.series().lead()) ? Kind.APPOINTMENT : Kind.SAME;
        var meant = target.forms().of(told, kind);
        if (meant.isEmpty()) return false;
        var item = made(target, folder, target.uid()).orElseGet(() -> {
            trying(target);
            return ask(
                    target,
                    ItemOperations.create(
                            folder, target.uid(), meant.get().form().item()));
        });
        var there =
                new Taken(target.uid(), item, folder, meant.get().form().item().digests(), kind);
        instances(target, keep(target, there), meant.get());
        return true;
    }

    /** From now on there may be something of it there that we do not know. */
    void trying(Target target) {
        outbound.trying(target.forms().owner().id(), target.uid());
    }

    /** What was made before we died, or before Exchange could say so. */
    Optional<ItemId> made(Target target, String folder, Uid uid) {
        if (!target.changed().tried()) return Optional.empty();
        return exchange.askAll(ItemOperations.find(folder, uid), target.mailbox()).stream()
                .flatMap(ItemOperations::ids)
                .findFirst();
    }

    /** Its state is not known by then: somebody may have changed it just before. */
    void move(Target target, Taken there, String folder) {
        var moved = ask(target, ItemOperations.move(there.item(), folder));
        keep(target, new Taken(there.uid(), new ItemId(moved.id(), ""), folder, there.parts(), there.kind()));
    }

    /** False if Exchange cannot say it. */
    boolean update(Target target, Taken known, ToldEvent told) {
        var found = target.forms().of(told, known.kind());
        if (found.isEmpty()) return false;
        var meant = found.get();
        if (meant.digests().equals(known.parts())) return true;
        var there = known;
        var parts = meant.form().takesBack(known.parts()) ? Map.<String, String>of() : known.parts();
        var fields = meant.form().item().differing(parts);
        if (!fields.isEmpty()) {
            var item = ask(target, ItemOperations.update(there.item(), fields));
            there = keep(target, with(there, item, written(meant, parts)));
        }
        instances(target, there, meant);
        return true;
    }

    /** When the time or the rule is written, Exchange forgets what was other in single instances. */
    private static Map<String, String> written(Meant meant, Map<String, String> known) {
        var now = meant.form().item().digests();
        boolean anew = SeriesForm.isAnew(now, known);
        var all = new TreeMap<>(anew ? SeriesForm.withoutInstances(known) : known);
        all.putAll(now);
        return all;
    }

    private void instances(Target target, Taken known, Meant meant) {
        meant.form()
                .toChange(known.parts())
                .forEach((place, form) ->
                        ask(target, ItemOperations.update(known.item(), place, form.differing(Map.of()))));
        for (int place : meant.form().toDelete(known.parts())) {
            unlessGone(target, ItemOperations.delete(known.item(), place));
        }
        var digests = new TreeMap<>(meant.form().digests());
        digests.putAll(Answers.among(known.parts()));
        if (!digests.equals(known.parts())) keep(target, with(known, known.item(), digests));
    }

    private static Taken with(Taken there, ItemId item, Map<String, String> parts) {
        return new Taken(there.uid(), item, there.folder(), parts, there.kind());
    }

    private Taken keep(Target target, Taken there) {
        taken.keep(target.forms().owner().id(), Set.of(there), clock.instant());
        return there;
    }

    ItemId ask(Target target, Element operation) {
        return exchange.askAll(operation, target.mailbox()).stream()
                .flatMap(ItemOperations::ids)
                .findFirst()
                .orElseThrow(() -> new ExchangeAway("Exchange does not say what it made of an item"));
    }
}
