package org.kalends.exchange.sync.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kalends.exchange.folder.Answers;
import org.kalends.exchange.folder.store.LoneStore;
import org.kalends.exchange.folder.store.LoneStore.Lone;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.form.ItemForm;
import org.kalends.exchange.item.form.ItemForm.Field;
import org.kalends.exchange.item.form.ItemOperations;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.outbound.ItemWriting.Target;
import org.kalends.icalendar.Uid;

/** Writes single instances that are items of their own there. */
@ApplicationScoped
class LoneWriting {

    @Inject
    ItemWriting writing;

    @Inject
    LoneStore lone;

    @Inject
    TakenStore taken;

    @Inject
    Clock clock;

    /** Of an event, by the moments at which its instances would have begun; empty for those that are not there. */
    Function<String, Optional<ItemId>> items(UUID home, Uid uid) {
        var items = lones(home, uid);
        return instance -> Optional.ofNullable(items.get(instance)).map(Lone::item);
    }

    private Map<String, Lone> lones(UUID home, Uid uid) {
        return lone.of(home, uid).stream()
                .collect(Collectors.toMap(one -> one.instance().toString(), Function.identity()));
    }

    /** What is one's own of them; always said, as no rule has to be. */
    boolean update(Target target, Taken known, ToldEvent told) {
        var home = target.forms().owner().id();
        var form = target.forms().of(told, known.kind()).orElseThrow().form().item();
        var items = lones(home, target.uid());
        form.parts().forEach((instance, fields) -> {
            var differing = new ItemForm(Map.of(instance, fields)).differing(known.parts());
            var there = items.get(instance);
            if (there != null && !differing.isEmpty()) update(target, there, differing);
        });
        items.forEach((instance, there) -> {
            if (!form.parts().containsKey(instance)) delete(target, there);
        });
        var parts = new TreeMap<>(form.digests());
        parts.putAll(Answers.among(known.parts()));
        var standing = standing(home, known);
        if (!parts.equals(known.parts()) || !standing.equals(known.item())) {
            var written = new Taken(known.uid(), standing, known.folder(), parts, known.kind());
            taken.keep(home, Set.of(written), clock.instant());
        }
        return true;
    }

    /** The item that stands for all of the event is one of those that are there. */
    private ItemId standing(UUID home, Taken known) {
        var left = lone.of(home, known.uid());
        return left.stream()
                .map(Lone::item)
                .filter(item -> item.id().equals(known.item().id()))
                .findFirst()
                .or(() -> left.stream().map(Lone::item).findFirst())
                .orElse(known.item());
    }

    /** All of them, as the event is not here any more. */
    void delete(Target target, Runnable beforeEach) {
        for (var one : lone.of(target.forms().owner().id(), target.uid())) {
            beforeEach.run();
            delete(target, one);
        }
    }

    private void delete(Target target, Lone one) {
        writing.unlessGone(target, ItemOperations.delete(one.item()));
        lone.forget(target.forms().owner().id(), one);
    }

    private void update(Target target, Lone there, List<Field> fields) {
        var item = writing.ask(target, ItemOperations.update(there.item(), fields));
        lone.keep(target.forms().owner().id(), List.of(there.with(item)));
    }
}
