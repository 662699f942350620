package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.store.LoneStore;
import org.kalends.exchange.folder.store.LoneStore.Lone;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;

/** Which items single instances are, until their series is known. */
@ApplicationScoped
public class LoneInstances {

    @Inject
    LoneStore lone;

    @Inject
    TakenStore taken;

    /**
     * Digests of an event of which an item said some.
     *
     * @param said digests of what is here by then, of more than the item said
     */
    public Map<String, String> parts(Place to, Ready item, Map<String, String> said) {
        if (item.lone().isEmpty()) return said;
        var parts = taken.find(to.home(), item.uid()).map(Taken::parts).orElse(Map.of());
        for (var instance : item.lone().keySet()) {
            parts = without(parts, instance);
            for (var name : names(instance)) {
                if (said.containsKey(name)) parts.put(name, said.get(name));
            }
        }
        return parts;
    }

    /** The same without what they say of an instance. */
    public static Map<String, String> without(Map<String, String> parts, Instant instance) {
        var left = new TreeMap<>(parts);
        left.keySet().removeAll(names(instance));
        return left;
    }

    private static Set<String> names(Instant instance) {
        return Set.of(instance.toString(), Answers.name(instance.toString()));
    }

    public void keep(Place to, List<Ready> items) {
        if (items.isEmpty()) return;
        var whole = items.stream()
                .filter(item -> item.lone().isEmpty())
                .map(Ready::uid)
                .toList();
        lone.forget(to.home(), whole);
        lone.keep(to.home(), items.stream().flatMap(item -> lone(to, item)).toList());
    }

    private static Stream<Lone> lone(Place to, Ready item) {
        return item.lone().entrySet().stream()
                .map(one -> new Lone(
                        item.uid(), one.getKey(), one.getValue(), to.folder().id()));
    }
}
