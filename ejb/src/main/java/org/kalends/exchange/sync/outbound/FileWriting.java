package org.kalends.exchange.sync.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kalends.attachment.AttachmentKeeping;
import org.kalends.attachment.AttachmentReading.Download;
import org.kalends.attachment.ByteRange;
import org.kalends.attachment.NamedFiles;
import org.kalends.database.Ids;
import org.kalends.event.EventCopies;
import org.kalends.exchange.ews.Enclosed;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.store.FileStore;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.AttachmentOperations;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.form.ItemOperations;
import org.kalends.exchange.item.form.Places;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.outbound.ItemWriting.Target;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Uid;

/**
 * Hangs the files of an event on its item, or on those of its instances, and takes off those that the event has no more. Which state the item has by
 * then is not noted: whoever changed it meanwhile would never be heard.
 */
@ApplicationScoped
public class FileWriting {

    private static final int WHOLE = 0;
    private static final Set<String> GONE = Set.of("ErrorItemNotFound", "ErrorInvalidAttachmentId");

    @Inject
    EwsClient exchange;

    @Inject
    ItemWriting writing;

    @Inject
    AttachmentKeeping keeping;

    @Inject
    FileStore files;

    @Inject
    TakenStore taken;

    @Inject
    EventCopies copies;

    /**
     * @param beforeEach run before each question, as they may take long
     * @return why some of them are not there
     */
    List<String> write(Target target, ToldEvent told, Runnable beforeEach) {
        var home = target.forms().owner().id();
        var there = taken.find(home, target.uid());
        if (there.isEmpty() || target.forms().isInvitation(told, there.get().kind())) return List.of();
        var known = files.of(home, target.uid());
        var named = named(told.series().stream().toList()).keySet();
        known.forEach((attachment, file) -> {
            if (named.contains(file)) return;
            beforeEach.run();
            delete(target, attachment);
        });
        var losses = new ArrayList<String>();
        var hung = new HashSet<>(known.values());
        parts(told.series()).forEach((place, part) -> {
            var missing = named(List.of(part));
            missing.keySet().removeAll(hung);
            if (missing.isEmpty()) return;
            beforeEach.run();
            var item = place == WHOLE ? there.get().item() : instance(target, there.get(), place);
            missing.forEach((id, file) -> {
                beforeEach.run();
                create(target, item, id, file).ifPresentOrElse(losses::add, () -> hung.add(id));
            });
        });
        return losses;
    }

    private ItemId instance(Target target, Taken series, int place) {
        return writing.ask(target, ItemOperations.instance(series.item(), place));
    }

    /** What can be an item there, by its place in the rule. */
    private static Map<Integer, EventComponent> parts(EventSeries series) {
        var parts = new TreeMap<Integer, EventComponent>();
        parts.put(WHOLE, series.lead());
        var places = Places.of(series);
        if (series.master() == null) return parts;
        for (var override : series.overrides()) places.of(override).ifPresent(place -> parts.put(place, override));
        return parts;
    }

    /** Events of these with a file that does not hang on the item yet. */
    public Set<Uid> waiting(UUID home, Collection<Uid> uids) {
        return copies.withFiles(home, uids).stream()
                .map(event -> event.series())
                .filter(series -> isWaiting(home, series))
                .map(EventSeries::uid)
                .collect(Collectors.toSet());
    }

    /** Whether nothing hangs on the item but what is known to. */
    public boolean areKnown(UUID home, Ready item) {
        var there = item.files().stream().map(file -> file.file().id()).collect(Collectors.toSet());
        return files.of(home, item.uid()).keySet().equals(there);
    }

    private boolean isWaiting(UUID home, EventSeries series) {
        var here = named(List.copyOf(parts(series).values())).keySet();
        return !files.of(home, series.uid()).values().containsAll(here);
    }

    /** Files that are kept here, in their order; links to elsewhere are none. */
    private static Map<UUID, FileLink> named(List<EventComponent> parts) {
        var named = new LinkedHashMap<UUID, FileLink>();
        parts.stream()
                .flatMap(part -> part.details().files().stream())
                .forEach(file -> NamedFiles.known(file.managedId()).forEach(id -> named.put(id, file)));
        return named;
    }

    private void delete(Target target, String attachment) {
        try {
            exchange.askAll(AttachmentOperations.delete(attachment), target.mailbox());
        } catch (ExchangeRefused e) {
            if (!GONE.contains(e.refusal().code())) throw e;
        }
        files.forget(target.forms().owner().id(), attachment);
    }

    /** Why it is not there. */
    private Optional<String> create(Target target, ItemId item, UUID id, FileLink file) {
        var home = target.forms().owner().id();
        var kept = keeping.open(id, target.uid());
        if (kept.isEmpty()) return Optional.empty(); // the event names what is none of its files
        try {
            var enclosed = enclosed(kept.get());
            var answer = exchange.askWith(
                    AttachmentOperations.create(item, file, enclosed.mark()), enclosed, target.mailbox());
            AttachmentOperations.id(answer).ifPresent(there -> files.keep(home, target.uid(), there, id));
            return Optional.empty();
        } catch (ExchangeRefused e) {
            var refusal = e.refusal();
            if (refusal.passes() || refusal.missing()) throw e;
            return Optional.of(file.name() + " stays here: " + refusal.code() + ": " + refusal.reason());
        }
    }

    private static Enclosed enclosed(Download file) {
        long size = file.file().size();
        return new Enclosed(Ids.next().toString(), size, () -> file.open(ByteRange.whole(size))
                .octets());
    }
}
