package org.kalends.exchange.folder;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.event.resource.ObjectText;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.Reply;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.item.CalendarItem;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.ItemReader;
import org.kalends.exchange.item.ItemSeries;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.problem.CalendarException;

/** Makes a page of what Exchange answers; one bad item spoils nothing else. */
final class PageBuilder {

    private final Folder folder;
    private final ItemReader reader;
    private final Window window;
    private final List<Ready> ready = new ArrayList<>();
    private final List<ItemOutcome> left = new ArrayList<>();

    PageBuilder(Folder folder, ItemReader reader, Window window) {
        this.folder = folder;
        this.reader = reader;
        this.window = window;
    }

    /**
     * What Exchange says to the question for one item; empty if it is left.
     *
     * @throws ExchangeRefused if it may be asked again later
     */
    Optional<CalendarItem> item(ItemId id, Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            if (refused.passes()) throw new ExchangeRefused(refused);
            var action = refused.missing() ? Action.SKIPPED : Action.FAILED;
            return leave(id, "", action, refused.code() + ": " + refused.reason());
        }
        var item = ((Reply.Done) reply).message().all("t:CalendarItem").findFirst();
        if (item.isEmpty()) return leave(id, "", Action.SKIPPED, "It is no item of a calendar");
        return item(id, item.get());
    }

    private Optional<CalendarItem> item(ItemId id, Element item) {
        try {
            return Optional.of(reader.read(item));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return leave(id, item.value("t:Subject").orElse(""), Action.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Optional<CalendarItem> leave(ItemId id, String title, Action action, String reason) {
        left.add(new ItemOutcome(id.id(), null, folder.name(), title, action, reason));
        return Optional.empty();
    }

    /** @param instances all that have items of their own, by id */
    void series(Collection<CalendarItem> items, Map<String, CalendarItem> instances) {
        var orphans = items.stream()
                .filter(CalendarItem::orphan)
                .collect(Collectors.groupingBy(CalendarItem::uid, LinkedHashMap::new, Collectors.toList()));
        orphans.values().forEach(these -> ready(these, files(these), () -> ItemSeries.text(these)));
        for (var item : items) {
            if (item.orphan()) continue;
            var own = item.changed().keySet().stream()
                    .map(instances::get)
                    .filter(Objects::nonNull)
                    .toList();
            var all = Stream.concat(Stream.of(item), own.stream()).toList();
            ready(all, files(item, own), () -> ItemSeries.text(item, own));
        }
    }

    /** @param all items of the event, the one that stands for it first */
    private void ready(List<CalendarItem> all, List<PartFile> files, Supplier<String> ical) {
        var item = all.get(0);
        var title = item.component().details().title();
        try {
            var text = ObjectText.read(ical.get());
            if (window.meets(Objects.requireNonNull(text.series())))
                ready.add(new Ready(item.id(), title, text, lone(all), files, losses(all)));
            else leave(item.id(), title, Action.SKIPPED, "It lies outside of the window");
        } catch (CalendarException | InvalidCalendarData | IllegalArgumentException | DateTimeException e) {
            leave(item.id(), title, Action.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Map<Instant, ItemId> lone(List<CalendarItem> items) {
        return items.stream()
                .filter(CalendarItem::orphan)
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(one.component().recurrenceId())
                                .instant(ZoneOffset.UTC),
                        CalendarItem::id,
                        (one, other) -> one));
    }

    private static List<PartFile> files(List<CalendarItem> orphans) {
        return orphans.stream()
                .flatMap(one -> one.files().stream()
                        .map(file -> PartFile.of(one.component().recurrenceId(), file)))
                .toList();
    }

    private static List<PartFile> files(CalendarItem item, List<CalendarItem> instances) {
        var own = item.files().stream().map(file -> PartFile.of(null, file));
        var theirs = instances.stream()
                .flatMap(one -> one.files().stream().map(file -> PartFile.of(ItemSeries.place(item, one), file)));
        return Stream.concat(own, theirs).toList();
    }

    private static List<String> losses(List<CalendarItem> items) {
        return items.stream().flatMap(one -> one.losses().stream()).distinct().toList();
    }

    /**
     * @param present ids of the items
     * @param unchanged how many of these were not asked for
     * @param answer what Exchange said of which there are
     */
    FolderPage page(List<String> present, int unchanged, List<String> gone, Element answer) {
        boolean last = answer.holds("m:IncludesLastItemInRange");
        return new FolderPage(folder, present, unchanged, ready, left, gone, syncState(answer), last);
    }

    private static String syncState(Element answer) {
        return answer.value("m:SyncState")
                .filter(state -> !state.isEmpty())
                .orElseThrow(() -> new ExchangeAway("Exchange does not say how to go on"));
    }
}
